# SPDX-License-Identifier: Apache-2.0
"""The same counts as `ingest.cpp`, by DuckDB on one thread.

DuckDB is given all that helps it: the form and the compression, so that it guesses nothing; only the fields that are
counted, as columns of known types, so that it passes over the rest; no promise of order. Events are grouped by actor,
repository and type in one query.

  ingest.py FILE…    prints a line `NAME VALUE` each: events, groups, checksum, opened, latest, cpu (of the query alone)
"""

import resource
import sys

import duckdb

QUERY = """
WITH counts AS (
    SELECT actor.id AS actor, repo.id AS repository, type, count(*) AS events,
           count(*) FILTER (payload.action = 'opened') AS opened, max(created_at) AS latest
    FROM read_json(
        ?, format = 'newline_delimited', compression = 'gzip',
        columns = {
            type: 'VARCHAR', actor: 'STRUCT(id BIGINT)', repo: 'STRUCT(id BIGINT)',
            payload: 'STRUCT(action VARCHAR)', created_at: 'VARCHAR'
        }
    )
    GROUP BY ALL
)
SELECT sum(events), count(*), sum(events * (actor % 65521) * (repository % 65521) + events * events),
       sum(opened), max(latest)
FROM counts
"""


def cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


connection = duckdb.connect()
connection.execute("SET threads = 1")
connection.execute("SET preserve_insertion_order = false")
start = cpu_seconds()
row = connection.execute(QUERY, [sys.argv[1:]]).fetchone()
cpu = cpu_seconds() - start
for name, value in zip(("events", "groups", "checksum", "opened", "latest"), row):
    print(name, value)
print(f"cpu {cpu:.3f}")
