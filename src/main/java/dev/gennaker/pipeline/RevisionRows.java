package dev.gennaker.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RevisionRows extends JpaRepository<RevisionRow, RevisionRow.Key> {

  /** Newest first, without the documents. */
  @Query(
      """
      select new dev.gennaker.pipeline.Revision(
        r.key.pipelineId, r.key.revision, r.savedAt, r.savedBy, r.message)
      from RevisionRow r where r.key.pipelineId = :id order by r.key.revision desc""")
  List<Revision> of(String id);

  @Query("select max(r.key.revision) from RevisionRow r where r.key.pipelineId = :id")
  @Nullable Integer newest(String id);
}
