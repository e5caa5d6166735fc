package dev.gennaker.pipeline;

import org.springframework.data.jpa.repository.JpaRepository;

interface DraftRows extends JpaRepository<DraftRow, DraftRow.Key> {}
