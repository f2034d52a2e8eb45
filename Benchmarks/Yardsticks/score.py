# SPDX-License-Identifier: Apache-2.0
"""What SciPy and NetworKit make of the month of `Benchmarks/run score`; prints a line `NAME VALUE` for each figure.

SciPy: the same double sweep as two products of a compressed sparse matrix and a vector, on one thread. NetworKit: its
PageRank on the same graph, unweighted, per edge and iteration, on one thread and on all."""

import sys
import time

import networkit
import numpy
import scipy.sparse


def main(path):
    with open(path, "rb") as file:
        developers, repositories, pairs = numpy.fromfile(file, numpy.uint64, 3).astype(int)
        rows = numpy.fromfile(file, numpy.int32, pairs)
        columns = numpy.fromfile(file, numpy.int32, pairs)
        activity = numpy.fromfile(file, numpy.float64, pairs)

    matrix = scipy.sparse.csr_matrix((activity, (rows, columns)), shape=(developers, repositories))
    transposed = matrix.T.tocsr()
    values = numpy.ones(repositories)
    sweeps = 5
    start = time.process_time()
    for _ in range(sweeps):
        values = transposed @ (matrix @ (values / values.max()))
    spent = time.process_time() - start
    print("scipy-nanoseconds", f"{spent / (2 * pairs * sweeps) * 1e9:.4f}")
    del matrix, transposed

    nodes = int(developers + repositories)
    graph = networkit.GraphFromCoo((rows.astype(numpy.uint64), columns.astype(numpy.uint64) + int(developers)), nodes)
    for name, threads in (("networkit", 1), ("networkit-all", networkit.getMaxNumberOfThreads())):
        networkit.setNumberOfThreads(threads)
        rank = networkit.centrality.PageRank(graph, damp=0.85, tol=1e-3)
        start = time.monotonic()
        rank.run()
        spent = time.monotonic() - start
        print(f"{name}-iterations", rank.numberOfIterations())
        print(f"{name}-nanoseconds", f"{spent / (2 * pairs * rank.numberOfIterations()) * 1e9:.4f}")


main(sys.argv[1])
