package dev.gennaker.ui.graph;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.react.ReactAdapterComponent;

/** The graph of a pipeline. */
@Tag("pipeline-graph")
@NpmPackage(value = "@xyflow/react", version = "12.12.1")
@NpmPackage(value = "elkjs", version = "0.12.1")
@JsModule("./graph/pipeline-graph.tsx")
public class PipelineGraph extends ReactAdapterComponent {}
