// SPDX-License-Identifier: Apache-2.0
//
// The yardstick of `Benchmarks/run ingest`: how fast this machine turns archive hours into counts when nothing else is
// asked for. One thread, one pass, no file is written:
//
//   pread, 256 KiB at a time → ISA-L (gzip of any number of members, checksums verified) into one buffer that stays in
//   the cache → simdjson On-Demand, a block of lines at a time → of each event the type, actor.id, repo.id, created_at
//   and payload.action → a table of counts per (actor, repository, type), open addressing, integers only.
//
// It leaves out what only an archive needs: identities of events, names, other eras, accounts of bad lines (the first
// one ends it), and anything that outlives the process. So it is a limit to be held against, not a program to be used.
//
//   ingest FILE…    prints a line `NAME VALUE` each: events, groups, checksum, opened, latest, bytes, cpu

#include <simdjson.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <isa-l/igzip_lib.h>
#include <memory>
#include <string_view>
#include <sys/resource.h>
#include <unistd.h>
#include <vector>

using namespace simdjson;

namespace {

[[noreturn]] void fail(const char *what) {
    std::fprintf(stderr, "ingest: %s\n", what);
    std::exit(1);
}

constexpr std::string_view types[] = {
    "PushEvent",   "CreateEvent", "PullRequestEvent",       "IssueCommentEvent",             "WatchEvent",
    "IssuesEvent", "DeleteEvent", "PullRequestReviewEvent", "PullRequestReviewCommentEvent", "ForkEvent",
    "ReleaseEvent", "GollumEvent", "MemberEvent",           "CommitCommentEvent",            "PublicEvent",
};
constexpr uint64_t type_count = 16;

uint64_t type_of(std::string_view name) {
    for (uint64_t type = 0; type < std::size(types); type++) {
        if (types[type] == name) return type;
    }
    return type_count - 1;
}

/// Events per (actor, repository, type).
class Counts {
public:
    void add(uint64_t actor, uint64_t repository, uint64_t type) {
        const uint64_t key = actor * type_count + type;
        size_t slot = hash(key, repository) & mask;
        while (entries[slot].count != 0) {
            if (entries[slot].key == key && entries[slot].repository == repository) {
                entries[slot].count++;
                return;
            }
            slot = (slot + 1) & mask;
        }
        entries[slot] = {key, repository, 1};
        if (++used * 2 > entries.size()) grow();
    }

    size_t size() const { return used; }

    /// The same number whatever the order, and one that a database can compute.
    uint64_t checksum() const {
        uint64_t sum = 0;
        for (const auto &entry : entries) {
            sum += entry.count * ((entry.key / type_count) % 65521) * (entry.repository % 65521);
            sum += entry.count * entry.count;
        }
        return sum;
    }

private:
    struct Entry {
        uint64_t key = 0;
        uint64_t repository = 0;
        uint64_t count = 0;
    };

    std::vector<Entry> entries = std::vector<Entry>(1 << 16);
    size_t mask = (1 << 16) - 1;
    size_t used = 0;

    static uint64_t hash(uint64_t key, uint64_t repository) {
        uint64_t mixed = key * 0x9e3779b97f4a7c15u ^ repository * 0xc2b2ae3d27d4eb4fu;
        mixed ^= mixed >> 32;
        return (mixed * 0xd6e8feb86659fd93u) >> 24;
    }

    void grow() {
        std::vector<Entry> old(entries.size() * 2);
        old.swap(entries);
        mask = entries.size() - 1;
        for (const auto &entry : old) {
            if (entry.count == 0) continue;
            size_t slot = hash(entry.key, entry.repository) & mask;
            while (entries[slot].count != 0) slot = (slot + 1) & mask;
            entries[slot] = entry;
        }
    }
};

/// A file's content, inflated.
class Content {
public:
    explicit Content(const char *path) : descriptor(open(path, O_RDONLY)) {
        if (descriptor < 0) fail("cannot open a file");
        isal_inflate_init(&state);
        state.crc_flag = ISAL_GZIP;
    }

    ~Content() { close(descriptor); }

    /// Fills `room` bytes; fewer only at the end.
    size_t read(uint8_t *out, size_t room) {
        state.next_out = out;
        state.avail_out = uint32_t(room);
        while (state.avail_out > 0) {
            if (state.avail_in == 0) {
                const ssize_t count = pread(descriptor, input.get(), input_size, offset);
                if (count < 0) fail("cannot read a file");
                if (count == 0) {
                    if (!at_member_start) fail("a file ends early");
                    break;
                }
                offset += count;
                state.next_in = input.get();
                state.avail_in = uint32_t(count);
            }
            at_member_start = false;
            if (isal_inflate(&state) < 0) fail("gzip data is damaged");
            if (state.block_state == ISAL_BLOCK_FINISH) next_member();
        }
        return room - state.avail_out;
    }

private:
    static constexpr size_t input_size = 256 << 10;

    int descriptor;
    off_t offset = 0;
    bool at_member_start = true;
    inflate_state state;
    std::unique_ptr<uint8_t[]> input{new uint8_t[input_size]};

    void next_member() {
        uint8_t *next = state.next_in;
        const uint32_t count = state.avail_in;
        isal_inflate_reset(&state);
        state.crc_flag = ISAL_GZIP;
        state.next_in = next;
        state.avail_in = count;
        at_member_start = true;
    }
};

struct Totals {
    uint64_t events = 0;
    uint64_t opened = 0;
    uint64_t bytes = 0;
    char latest[32] = {};
    Counts counts;
};

error_code read_event(ondemand::object event, Totals &totals) {
    // Named in the order in which the feed writes them: each is found by going on from the one before.
    std::string_view type, action, created_at;
    uint64_t actor, repository;
    SIMDJSON_TRY(event["type"].get_string().get(type));
    const uint64_t type_number = type_of(type);
    SIMDJSON_TRY(event["actor"]["id"].get_uint64().get(actor));
    SIMDJSON_TRY(event["repo"]["id"].get_uint64().get(repository));
    const error_code has_action = event["payload"]["action"].get_string().get(action);
    if (has_action == SUCCESS) totals.opened += action == "opened";
    else if (has_action != NO_SUCH_FIELD && has_action != INCORRECT_TYPE) return has_action;
    SIMDJSON_TRY(event["created_at"].get_string().get(created_at));
    if (created_at > totals.latest && created_at.size() < sizeof totals.latest) {
        std::memcpy(totals.latest, created_at.data(), created_at.size());
        totals.latest[created_at.size()] = 0;
    }
    totals.events++;
    totals.counts.add(actor, repository, type_number);
    return SUCCESS;
}

/// Counts the events of whole lines.
void read_lines(ondemand::parser &parser, const uint8_t *lines, size_t count, Totals &totals) {
    ondemand::document_stream stream;
    if (parser.iterate_many(lines, count, count).get(stream) != SUCCESS) fail("the lines are no JSON");
    for (auto document : stream) {
        ondemand::object event;
        if (document.get_object().get(event) != SUCCESS || read_event(event, totals) != SUCCESS) {
            fail("a line is no event");
        }
    }
    if (stream.truncated_bytes() > 0) fail("the lines are no JSON");
}

void read_file(const char *path, ondemand::parser &parser, Totals &totals) {
    Content content(path);
    std::vector<uint8_t> buffer((512 << 10) + SIMDJSON_PADDING);
    size_t filled = 0;
    for (;;) {
        const size_t capacity = buffer.size() - SIMDJSON_PADDING;
        const size_t count = content.read(buffer.data() + filled, capacity - filled);
        totals.bytes += count;
        filled += count;
        const bool is_last = filled < capacity;
        // The room for it is there: the last block is never full.
        if (is_last && filled > 0 && buffer[filled - 1] != '\n') buffer[filled++] = '\n';
        auto *feed = static_cast<uint8_t *>(memrchr(buffer.data(), '\n', filled));
        if (feed == nullptr) {
            if (is_last) break;
            buffer.resize(capacity * 2 + SIMDJSON_PADDING);
            continue;
        }
        const size_t whole = size_t(feed - buffer.data()) + 1;
        read_lines(parser, buffer.data(), whole, totals);
        filled -= whole;
        std::memmove(buffer.data(), buffer.data() + whole, filled);
        if (is_last) break;
    }
}

double cpu_seconds() {
    rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

}  // namespace

int main(int argc, char **argv) {
    ondemand::parser parser;
    Totals totals;
    for (int index = 1; index < argc; index++) read_file(argv[index], parser, totals);
    std::printf("events %llu\n", static_cast<unsigned long long>(totals.events));
    std::printf("groups %zu\n", totals.counts.size());
    std::printf("checksum %llu\n", static_cast<unsigned long long>(totals.counts.checksum()));
    std::printf("opened %llu\n", static_cast<unsigned long long>(totals.opened));
    std::printf("latest %s\n", totals.latest);
    std::printf("bytes %llu\n", static_cast<unsigned long long>(totals.bytes));
    std::printf("cpu %.3f\n", cpu_seconds());
    return 0;
}
