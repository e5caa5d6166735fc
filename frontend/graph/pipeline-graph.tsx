import { ReactAdapterElement, type RenderHooks } from 'Frontend/generated/flow/ReactAdapter';
import { ReactFlow } from '@xyflow/react';
import ELK from 'elkjs/lib/elk.bundled.js';

class PipelineGraphElement extends ReactAdapterElement {
  protected override render(hooks: RenderHooks) {
    console.log(new ELK());
    return <ReactFlow nodes={[]} />;
  }
}
customElements.define('pipeline-graph', PipelineGraphElement);
