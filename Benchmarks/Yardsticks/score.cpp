// SPDX-License-Identifier: Apache-2.0
//
// The yardsticks of `Benchmarks/run score`, on a month as Benchmarks/Score/month.cpp writes it. Prints a line `NAME VALUE`
// for each figure.
//
//   score reference FILE SCORES   plain block Gauss–Seidel, developers then repositories then background, each with the newest
//                                 values: until nothing moves, which gives reference scores (Float64, developers then
//                                 repositories), then again, counting the double sweeps until every score is within 1e-12
//                                 of its reference, relative to the mean score and its own, whichever is larger
//   score sweep FILE THREADS      the bare loop of Panorama's kernel: nodes with one edge are taken out, then for each
//                                 developer and for each repository a sum of activity times gathered value (rows of
//                                 offsets, Int32 targets, Float64 weights, Float64 values), a division, a Chebyshev step;
//                                 beside it the same two sums over the whole graph, as a solver does them that takes
//                                 nothing out

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <thread>
#include <vector>

namespace {

[[noreturn]] void fail(const char *what) {
    std::fprintf(stderr, "score: %s\n", what);
    std::exit(1);
}

double seconds(clockid_t clock) {
    timespec time;
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

constexpr double edge_share = 0.95, kept_by_developers = 0.5, kept_by_repositories = 0.3, kept_by_background = 0.15;
constexpr double to_developers = (1 - kept_by_developers) * edge_share;
constexpr double to_repositories = (1 - kept_by_repositories) * edge_share;

template <typename T> std::vector<T> read(std::FILE *file, size_t count) {
    std::vector<T> values(count);
    if (std::fread(values.data(), sizeof(T), count, file) != count) fail("the file is too short");
    return values;
}

/// Compressed sparse rows.
struct Rows {
    std::vector<int64_t> offsets;
    std::vector<int32_t> targets;
    std::vector<double> weights;
    std::vector<double> totals;

    size_t count() const { return offsets.size() - 1; }
    int64_t degree(size_t row) const { return offsets[row + 1] - offsets[row]; }

    Rows(size_t count, const std::vector<int32_t> &from, const std::vector<int32_t> &to,
         const std::vector<double> &activity)
        : offsets(count + 1), targets(from.size()), weights(from.size()), totals(count) {
        for (auto row : from) offsets[row + 1]++;
        for (size_t row = 0; row < count; row++) offsets[row + 1] += offsets[row];
        auto next = offsets;
        for (size_t edge = 0; edge < from.size(); edge++) {
            const auto place = next[from[edge]]++;
            targets[place] = to[edge];
            weights[place] = activity[edge];
            totals[from[edge]] += activity[edge];
        }
    }
};

/// Σ a · values over the edges of a row.
inline double gather(const Rows &rows, size_t row, const double *values) {
    double sum = 0;
    for (auto edge = rows.offsets[row], end = rows.offsets[row + 1]; edge < end; edge++) {
        sum += rows.weights[edge] * values[rows.targets[edge]];
    }
    return sum;
}

/// Calls `body` for parts of the rows with about as many edges, on threads.
template <typename Body> void parallel(const Rows &rows, int threads, Body body) {
    std::vector<std::thread> others;
    size_t start = 0;
    for (int part = 1; part <= threads; part++) {
        const auto edges = rows.offsets.back() * part / threads;
        const auto end = part == threads ? rows.count()
                                         : static_cast<size_t>(std::lower_bound(rows.offsets.begin(), rows.offsets.end(), edges) -
                                                               rows.offsets.begin());
        if (part == threads) body(start, end);
        else others.emplace_back(body, start, end);
        start = end;
    }
    for (auto &thread : others) thread.join();
}

struct Month {
    std::vector<int32_t> developer_of, repository_of;
    std::vector<double> activity;
    size_t developer_count, repository_count;
    std::vector<double> developer_start, repository_start;

    explicit Month(const char *path) {
        std::FILE *file = std::fopen(path, "rb");
        if (file == nullptr) fail("there is no such file");
        const auto header = read<uint64_t>(file, 3);
        developer_count = header[0];
        repository_count = header[1];
        developer_of = read<int32_t>(file, header[2]);
        repository_of = read<int32_t>(file, header[2]);
        activity = read<double>(file, header[2]);
        developer_start = read<double>(file, developer_count);
        repository_start = read<double>(file, repository_count);
        std::fclose(file);
        std::vector<double> totals(developer_count);
        for (size_t pair = 0; pair < activity.size(); pair++) totals[developer_of[pair]] += activity[pair];
        for (size_t row = 0; row < developer_count; row++) {
            developer_start[row] += 1 / (1 + std::exp(0.10425 * (44.08 - totals[row])));
        }
    }

    Rows developers() const { return {developer_count, developer_of, repository_of, activity}; }
    Rows repositories() const { return {repository_count, repository_of, developer_of, activity}; }
};

/// Plain block Gauss–Seidel.
struct GaussSeidel {
    const Month &month;
    const Rows developers, repositories;
    std::vector<double> by_developer, by_repository, scaled;
    double background = 0;

    explicit GaussSeidel(const Month &month)
        : month(month), developers(month.developers()), repositories(month.repositories()) { restart(); }

    void restart() {
        by_developer = month.developer_start;
        by_repository = month.repository_start;
        background = 0;
    }

    void sweep() {
        const double nodes = static_cast<double>(month.developer_count + month.repository_count);
        double sum = 0;
        const auto half = [&](const Rows &rows, std::vector<double> &values, const std::vector<double> &start,
                              const Rows &others, const std::vector<double> &other_values, double kept) {
            scaled.resize(others.count());
            for (size_t row = 0; row < others.count(); row++) scaled[row] = other_values[row] / others.totals[row];
            for (size_t row = 0; row < rows.count(); row++) {
                values[row] = kept * start[row] +
                              (1 - kept) * (edge_share * gather(rows, row, scaled.data()) + background / nodes);
                sum += values[row];
            }
        };
        half(developers, by_developer, month.developer_start, repositories, by_repository, kept_by_developers);
        half(repositories, by_repository, month.repository_start, developers, by_developer, kept_by_repositories);
        background = (1 - kept_by_background) * (1 - edge_share) * sum;
    }

    std::vector<double> scores() const {
        auto scores = by_developer;
        scores.insert(scores.end(), by_repository.begin(), by_repository.end());
        for (auto &score : scores) score += background / static_cast<double>(scores.size());
        return scores;
    }
};

double largest_error(const std::vector<double> &scores, const std::vector<double> &reference) {
    double sum = 0, largest = 0;
    for (auto score : reference) sum += score;
    const double mean = sum / static_cast<double>(reference.size());
    for (size_t node = 0; node < scores.size(); node++) {
        largest = std::max(largest, std::abs(scores[node] - reference[node]) / std::max(mean, reference[node]));
    }
    return largest;
}

void make_reference(const Month &month, const char *path) {
    GaussSeidel solver(month);
    for (int sweep = 0; sweep < 60; sweep++) solver.sweep();
    const auto reference = solver.scores();
    std::FILE *file = std::fopen(path, "wb");
    if (file == nullptr || std::fwrite(reference.data(), sizeof(double), reference.size(), file) != reference.size() ||
        std::fclose(file) != 0) {
        fail("the scores cannot be written");
    }
    solver.restart();
    int sweeps = 0;
    double spent = 0;
    do {
        const double start = seconds(CLOCK_PROCESS_CPUTIME_ID);
        solver.sweep();
        spent += seconds(CLOCK_PROCESS_CPUTIME_ID) - start;
        sweeps++;
    } while (sweeps < 60 && largest_error(solver.scores(), reference) > 1e-12);
    const double edges = 2.0 * static_cast<double>(month.activity.size()) * sweeps;
    std::printf("gauss-seidel-sweeps %d\ngauss-seidel-edges %.0f\n", sweeps, edges);
    std::printf("gauss-seidel-seconds %.6f\ngauss-seidel-nanoseconds %.4f\n", spent, spent / edges * 1e9);
}

/// The rows of one side without leaves: what each has for itself, and what its value is multiplied by.
struct Core {
    Rows rows;
    std::vector<double> sources, diagonal;

    Core(const Rows &own, const std::vector<double> &source, const std::vector<int32_t> &places,
         const std::vector<double> &other_source, const std::vector<int32_t> &other_places, double gain)
        : rows(0, {}, {}, {}) {
        for (size_t node = 0; node < own.count(); node++) {
            if (places[node] < 0) continue;
            double value = source[node], back = 0;
            for (auto edge = own.offsets[node]; edge < own.offsets[node + 1]; edge++) {
                const auto end = own.targets[edge];
                if (other_places[end] >= 0) {
                    rows.targets.push_back(other_places[end]);
                    rows.weights.push_back(own.weights[edge]);
                } else {
                    value += gain * other_source[end];
                    back += own.weights[edge];
                }
            }
            rows.offsets.push_back(static_cast<int64_t>(rows.targets.size()));
            sources.push_back(value);
            diagonal.push_back(own.totals[node] - to_developers * to_repositories * back);
        }
    }
};

std::vector<int32_t> number(const std::vector<bool> &is_leaf) {
    std::vector<int32_t> places(is_leaf.size());
    int32_t next = 0;
    for (size_t node = 0; node < is_leaf.size(); node++) places[node] = is_leaf[node] ? -1 : next++;
    return places;
}

void measure_sweeps(const Month &month, int threads) {
    const Rows all_developers = month.developers(), all_repositories = month.repositories();
    std::vector<bool> developer_leaves(month.developer_count), repository_leaves(month.repository_count);
    for (size_t row = 0; row < month.developer_count; row++) developer_leaves[row] = all_developers.degree(row) == 1;
    for (size_t row = 0; row < month.repository_count; row++) {
        repository_leaves[row] = all_repositories.degree(row) == 1 &&
                                 !developer_leaves[all_repositories.targets[all_repositories.offsets[row]]];
    }
    const auto developer_places = number(developer_leaves), repository_places = number(repository_leaves);
    auto developer_source = month.developer_start, repository_source = month.repository_start;
    for (auto &value : developer_source) value *= kept_by_developers;
    for (auto &value : repository_source) value *= kept_by_repositories;
    const Core developers(all_developers, developer_source, developer_places, repository_source, repository_places,
                          to_developers);
    const Core repositories(all_repositories, repository_source, repository_places, developer_source, developer_places,
                            to_repositories);

    const auto clock = threads == 1 ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC;
    constexpr int sweeps = 12;
    std::vector<double> y(developers.rows.count()), z(repositories.rows.count()), previous(z.size());
    std::vector<double> worst(static_cast<size_t>(threads) * 8);
    constexpr double radius = to_developers * to_repositories, center = 1 - radius / 2, slope = radius / 2 / center;
    double omega = 1;
    double start = seconds(clock);
    for (int sweep = 1; sweep <= sweeps; sweep++) {
        parallel(developers.rows, threads, [&](size_t from, size_t to) {
            for (size_t row = from; row < to; row++) {
                y[row] = (developers.sources[row] + to_developers * gather(developers.rows, row, z.data())) /
                         developers.diagonal[row];
            }
        });
        parallel(repositories.rows, threads, [&](size_t from, size_t to) {
            double largest = 0;
            for (size_t row = from; row < to; row++) {
                const double diagonal = repositories.diagonal[row];
                const double received =
                    repositories.sources[row] + to_repositories * gather(repositories.rows, row, y.data());
                const double residual = received - diagonal * z[row];
                largest = std::max(largest, std::abs(residual) / std::max(1.0, std::abs(received)));
                previous[row] = omega * (residual / (diagonal * center) + z[row] - previous[row]) + previous[row];
            }
            worst[from == 0 ? 0 : 8] = largest;
        });
        std::swap(z, previous);
        omega = sweep == 1 ? 1 / (1 - slope * slope / 2) : 1 / (1 - omega * slope * slope / 4);
    }
    double spent = seconds(clock) - start;
    const double edges = 2.0 * static_cast<double>(developers.rows.targets.size()) * sweeps;
    std::printf("nanoseconds %.4f\nresidual %.3g\n", spent / edges * 1e9, *std::max_element(worst.begin(), worst.end()));

    std::vector<double> all_y(month.developer_count, 1), all_z(month.repository_count, 1);
    constexpr int plain_sweeps = 3;
    start = seconds(clock);
    for (int sweep = 0; sweep < plain_sweeps; sweep++) {
        parallel(all_developers, threads, [&](size_t from, size_t to) {
            for (size_t row = from; row < to; row++) {
                all_y[row] = to_developers * gather(all_developers, row, all_z.data()) / all_developers.totals[row];
            }
        });
        parallel(all_repositories, threads, [&](size_t from, size_t to) {
            for (size_t row = from; row < to; row++) {
                all_z[row] = to_repositories * gather(all_repositories, row, all_y.data()) / all_repositories.totals[row];
            }
        });
    }
    spent = seconds(clock) - start;
    const double plain_edges = 2.0 * static_cast<double>(month.activity.size()) * plain_sweeps;
    std::printf("plain-nanoseconds %.4f\n", spent / plain_edges * 1e9);
}

} // namespace

int main(int count, char **arguments) {
    const std::string command = count > 1 ? arguments[1] : "";
    if (count != 4 || (command != "reference" && command != "sweep")) {
        std::fprintf(stderr, "usage: score reference FILE SCORES | score sweep FILE THREADS\n");
        return 64;
    }
    const Month month(arguments[2]);
    if (command == "reference") make_reference(month, arguments[3]);
    else measure_sweeps(month, std::max(1, std::atoi(arguments[3])));
    return 0;
}
