package dev.gennaker.pipeline;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface PipelineRows extends JpaRepository<PipelineRow, String> {

  Optional<PipelineRow> findByApplicationAndName(String application, String name);

  List<PipelineRow> findByApplicationOrderByDisplayOrderAscNameAsc(String application);

  int countByApplication(String application);
}
