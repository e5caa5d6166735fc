package dev.gennaker.pipeline;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ApplicationRows extends JpaRepository<ApplicationRow, String> {

  List<ApplicationRow> findAllByOrderByName();
}
