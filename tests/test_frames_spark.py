"""``frames.check`` on Spark judges as ``check`` does; one local session for all of it."""

import os
import warnings

import pytest

import govdisclosure as gd
from families import some
from framed import sample
from govdisclosure import frames
from test_frames_agree import judged
from test_frames_members import KINDS, Rostered
from test_frames_members import judged as judged_with_members

RECEIVED = "requests.received.total"
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
    # Bound to and called by one address: results of some size are fetched from it.
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.session.timeZone": "UTC",
    # A few rows are interpreted sooner than code for them is compiled.
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
}


@pytest.fixture(scope="module")
def spark():
    """A session of Spark in this process."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what pyspark says of other libraries' versions
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[2]").appName("govdisclosure")
        for name, value in SETTINGS.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def drawn():
    """As many reports as GOVDISCLOSURE_FRAMES_SPARK says, or 300."""
    return sample(int(os.environ.get("GOVDISCLOSURE_FRAMES_SPARK", "300")))


def on(spark, frame):
    """A polars frame as one of Spark."""
    return spark.createDataFrame(frame.to_arrow())


@pytest.mark.filterwarnings("ignore")  # pyspark's own, of other libraries' versions
def test_every_instance_comes_to_what_check_says(spark, drawn):
    own, before = on(spark, drawn.own), on(spark, drawn.before)
    result = frames.check(own, prior=before, outcomes=gd.Outcome)
    assert type(result) is type(own)
    assert judged(result) == drawn.instances


@pytest.mark.filterwarnings("ignore")
def test_what_is_broken_alone_and_what_is_refused(spark):
    few = sample(80)
    own = on(spark, few.own)
    broken = {row for row in few.instances if row[3] == "broken"}
    assert judged(frames.check(own)) == {row for row in broken if not row[1].startswith("years.")}
    negative = few.own.with_columns((-few.own[RECEIVED] - 1).alias(RECEIVED))
    with pytest.raises(gd.InvalidFrame, match=r"requests\.received\.total"):
        frames.check(on(spark, negative))


@pytest.mark.filterwarnings("ignore")
def test_consolidated_reports_are_held_against_their_members(spark):
    families = Rostered.of(family for kind in KINDS for family in some(kind, 4))
    own = on(spark, frames.to_frame(families.reports))
    result = frames.check(own, roster=families.roster, outcomes=gd.Outcome)
    assert judged_with_members(result) == families.instances
