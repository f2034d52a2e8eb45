// SPDX-License-Identifier: Apache-2.0
//
// Makes the month that `Benchmarks/run score` solves: developers, repositories and the activity between them, of the size
// of all GitHub and of its shape, by a seed.
//
//   month DEVELOPERS REPOSITORIES PAIRS SEED FILE
//
// Developers have 1 to 300 repositories (more are taken out of a month), by a power law; the exponent gives a mean of 5.
// One of them is the developer's home, some lie near it, the others are drawn by a popularity that follows a power law
// too, so there are small islands, neighbourhoods, and repositories where tens of thousands meet. A pair has one event
// or more, by a power law; its activity is the sum of their weights. Numbers of nodes say nothing about their degree.
//
// The file, little endian: developers, repositories, pairs (UInt64); of each pair, sorted, the developer and the
// repository (Int32 arrays) and the activity (Float64 array); carried values of developers and of repositories (Float64
// arrays).

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <vector>

namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers with every standard library.
struct Random {
    uint64_t state;

    uint64_t next() {
        uint64_t z = state += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    uint64_t below(uint64_t bound) { return static_cast<uint64_t>((static_cast<__uint128_t>(next()) * bound) >> 64); }
    double unit() { return static_cast<double>((next() >> 11) + 1) * 0x1p-53; }
};

std::vector<int32_t> permutation(size_t count, Random &random) {
    std::vector<int32_t> places(count);
    std::iota(places.begin(), places.end(), 0);
    for (size_t i = count; i > 1; i--) std::swap(places[i - 1], places[random.below(i)]);
    return places;
}

template <typename T> void write(std::FILE *file, const std::vector<T> &values) {
    if (std::fwrite(values.data(), sizeof(T), values.size(), file) != values.size()) {
        std::perror("month");
        std::exit(1);
    }
}

constexpr uint64_t most = 300;
// Weights of events in thousandths: comment, push, pull request, issue opened, review comment, issue closed.
constexpr int64_t weights[] = {5252, 14695, 40679, 22235, 7427, 9712};
constexpr double shares[] = {0.35, 0.70, 0.85, 0.92, 0.96, 1.0};

/// How many repositories each developer has; they add up to the pairs.
std::vector<uint64_t> degrees(uint64_t developers, uint64_t limit, uint64_t pairs, Random &random) {
    std::vector<uint64_t> degrees(developers);
    uint64_t sum = 0;
    for (auto &degree : degrees) {
        degree = std::min({static_cast<uint64_t>(std::pow(random.unit(), -1 / 1.1)), most, limit});
        sum += degree;
    }
    while (sum != pairs) {
        auto &degree = degrees[random.below(developers)];
        if (sum < pairs && degree < limit && degree > 1) degree++, sum++;
        if (sum > pairs && degree > 1) degree--, sum--;
    }
    return degrees;
}

} // namespace

int main(int count, char **arguments) {
    if (count != 6) {
        std::fprintf(stderr, "usage: month DEVELOPERS REPOSITORIES PAIRS SEED FILE\n");
        return 64;
    }
    uint64_t header[3];
    for (int i = 0; i < 3; i++) header[i] = std::strtoull(arguments[i + 1], nullptr, 10);
    const auto [developers, repositories, pairs] = header;
    Random random{std::strtoull(arguments[4], nullptr, 10)};
    const uint64_t limit = std::min(most, repositories / 2);
    if (repositories < 100 || developers < repositories || pairs < 3 * developers || pairs > 8 * developers) {
        std::fprintf(stderr, "month: 100 repositories, as many developers, and 3 to 8 pairs a developer at least\n");
        return 64;
    }

    const auto of_developer = permutation(developers, random), of_repository = permutation(repositories, random);
    const auto degree = degrees(developers, limit, pairs, random);
    std::vector<uint64_t> keys;
    keys.reserve(pairs);
    const auto scale = static_cast<double>(repositories);
    for (uint64_t developer = 0; developer < developers; developer++) {
        // The first developers give each repository one, so that none is without.
        const uint64_t home =
            developer < repositories ? developer : static_cast<uint64_t>(scale * std::pow(random.unit(), 2)) % repositories;
        std::vector<uint64_t> mine{home};
        while (mine.size() < degree[developer]) {
            const bool near = mine.size() < 16 && random.unit() < 0.4;
            const uint64_t choice = near ? home / 32 * 32 + random.below(32)
                                         : static_cast<uint64_t>(scale * std::pow(random.unit(), 3));
            const uint64_t repository = choice % repositories;
            if (std::find(mine.begin(), mine.end(), repository) == mine.end()) mine.push_back(repository);
        }
        for (auto repository : mine) {
            keys.push_back(static_cast<uint64_t>(of_developer[developer]) << 32 |
                           static_cast<uint32_t>(of_repository[repository]));
        }
    }
    std::sort(keys.begin(), keys.end());

    std::vector<int32_t> rows(pairs), columns(pairs);
    std::vector<double> activity(pairs);
    std::vector<double> developer_carry(developers), repository_carry(repositories);
    for (uint64_t pair = 0; pair < pairs; pair++) {
        rows[pair] = static_cast<int32_t>(keys[pair] >> 32);
        columns[pair] = static_cast<int32_t>(keys[pair] & 0xffffffff);
        const auto events = std::min<uint64_t>(static_cast<uint64_t>(std::pow(random.unit(), -1 / 1.3)), 1000);
        int64_t all = 0;
        for (uint64_t event = 0; event < events; event++) {
            const double kind = random.unit();
            all += weights[std::find_if(shares, shares + 5, [&](double s) { return kind <= s; }) - shares];
        }
        activity[pair] = static_cast<double>(all) / 1000;
        repository_carry[columns[pair]] += 0.01 * activity[pair];
    }
    for (auto &carry : developer_carry) carry = random.unit() < 0.4 ? 0 : -0.5 * std::log(random.unit());
    for (auto &carry : repository_carry) carry *= random.unit() < 0.3 ? 0 : 2 * random.unit();

    std::FILE *file = std::fopen(arguments[5], "wb");
    if (file == nullptr) {
        std::perror(arguments[5]);
        return 66;
    }
    write(file, std::vector<uint64_t>(header, header + 3));
    write(file, rows);
    write(file, columns);
    write(file, activity);
    write(file, developer_carry);
    write(file, repository_carry);
    return std::fclose(file) == 0 ? 0 : 74;
}
