package io.tokentrail.spark;

import io.tokentrail.ingest.audit.Mergeable;
import io.tokentrail.ingest.audit.Part;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Function1;
import scala.Function2;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** Runs a task for each slice and hands over results as they come in. */
final class Jobs {

  private Jobs() {}

  /** Takes the state of one slice, in the driver, one at a time. */
  interface Taker<S> {
    void take(int slice, S state);
  }

  static <S extends Mergeable<S> & Serializable> void run(
      JavaSparkContext spark, List<List<Part>> slices, PartTask<S> task, Taker<S> taker) {
    JavaRDD<List<Part>> rdd = spark.parallelize(slices, slices.size());
    ClassTag<S> tag = ClassTag$.MODULE$.apply(Object.class);
    Function1<Iterator<List<Part>>, S> read = new Read<>(task);
    Function2<Object, S, BoxedUnit> take =
        new AbstractFunction2<>() {
          @Override
          public BoxedUnit apply(Object slice, S state) {
            taker.take((Integer) slice, state);
            return BoxedUnit.UNIT;
          }
        };
    spark.sc().runJob(rdd.rdd(), read, take, tag);
  }

  private static final class Read<S extends Mergeable<S> & Serializable>
      extends AbstractFunction1<Iterator<List<Part>>, S> implements Serializable {

    private static final long serialVersionUID = 1;
    private final PartTask<S> task;

    Read(PartTask<S> task) {
      this.task = task;
    }

    @Override
    public S apply(Iterator<List<Part>> parts) {
      return task.run(CollectionConverters.asJava(parts));
    }
  }
}
