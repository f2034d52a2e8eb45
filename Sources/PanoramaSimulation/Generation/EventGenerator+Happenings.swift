// SPDX-License-Identifier: Apache-2.0

/// What happens, and who does it.
extension EventGenerator {
    /// Writes the event of a happening in a repository; one that needs an issue or pull request takes a recent one.
    mutating func happen(_ happening: Happening, _ index: Int, _ moment: Int64) {
        switch happening {
        case .push, .createBranch, .createTag, .createRepository, .delete: refer(happening, index, moment)
        case .openIssue: open(index, moment, isPull: false)
        case .openPull: open(index, moment, isPull: true)
        case .comment, .closeIssue, .reopenIssue, .closePull, .reopenPull, .assignPull, .review,
            .reviewComment:
            goOn(happening, index, moment)
        default: other(happening, index, moment)
        }
    }

    // MARK: - Pushes, branches and tags

    private mutating func refer(_ happening: Happening, _ index: Int, _ moment: Int64) {
        let repository = writer.world.repositories[index]
        let bots = writer.world.bots
        let chance = random.below(100)
        var actor = contributor(index)
        let id = identifiers.event(trimmed: writer.trimmed, isReference: true, &random)
        switch happening {
        case .push:
            switch chance {
            case 0..<7: actor = bots.actions
            case 7: actor = bots.commitHook
            case 8: actor = repository.group == .personal ? bots.renovate : bots.merger
            default: break
            }
            let push = identifiers.pushes.next(&random)
            writer.pushEvent(id, actor, repository, moment, push: push, before: heads[index])
            heads[index] = EventWriter.head(of: push)
        case .delete:
            if chance < 15 { actor = bots.dependabot }
            writer.deleteEvent(id, actor, repository, moment, random.next())
        case .createTag: writer.createEvent(id, actor, repository, moment, .tag, random.next())
        case .createRepository: writer.createEvent(id, actor, repository, moment, .repository, random.next())
        default:
            if chance < 14 { actor = chance < 10 ? bots.dependabot : bots.renovate }
            writer.createEvent(id, actor, repository, moment, .branch, random.next())
        }
    }

    // MARK: - Issues and pull requests

    /// Opens an issue or a pull request.
    mutating func open(_ index: Int, _ moment: Int64, isPull: Bool, actor given: Int32? = nil) {
        let repository = writer.world.repositories[index]
        let bots = writer.world.bots
        var actor = given ?? contributor(index)
        var topic = Item.Topic.ordinary
        if isPull {
            switch random.below(1_000) {
            case 0..<110: (actor, topic) = (bots.dependabot, .dependency)
            case 110..<150: (actor, topic) = (bots.renovate, .dependency)
            case 150..<160: (actor, topic) = (bots.security, .security)
            case 160..<168: topic = .security
            case 168..<180: actor = bots.actions
            default: break
            }
        }
        numbers[index] += 1
        let item = Item(
            repository: Int32(index),
            opener: actor,
            number: numbers[index],
            issueID: identifiers.issues.next(&random),
            pullID: isPull ? identifiers.pulls.next(&random) : 0,
            opened: moment,
            touched: moment,
            closed: 0,
            key: random.next(),
            comments: 0,
            reviewComments: 0,
            state: .open,
            fromFork: isPull && topic == .ordinary && actor != repository.owner && random.chance(4_500),
            topic: topic
        )
        let id = identifiers.event(trimmed: writer.trimmed, isReference: false, &random)
        if isPull {
            writer.pullEvent(id, actor, repository, item, "opened")
        } else {
            writer.issueEvent(id, actor, repository, item, "opened")
        }
        items[repository.group.rawValue].add(item)
    }

    /// Lets something happen to a recent item of the same group of repositories, or opens one when none fits.
    private mutating func goOn(_ happening: Happening, _ index: Int, _ moment: Int64) {
        let group = writer.world.repositories[index].group.rawValue
        let found = items[group].find(&random) { item in
            switch happening {
            case .closeIssue: !item.isPull && item.state == .open
            case .reopenIssue: !item.isPull && item.state == .closed
            case .closePull: item.isPull && item.state == .open
            case .reopenPull: item.isPull && item.state == .closed
            case .review, .reviewComment, .assignPull: item.isPull && item.state == .open
            default: item.state == .open || item.key % 4 == 0
            }
        }
        guard let found else {
            let isPull = happening != .comment && happening != .closeIssue && happening != .reopenIssue
            open(index, moment, isPull: isPull)
            return
        }
        var item = items[group][found]
        item.touched = max(moment, item.touched + 1)
        let actor = actor(for: happening, item)
        let repository = writer.world.repositories[Int(item.repository)]
        let id = identifiers.event(trimmed: writer.trimmed, isReference: false, &random)
        switch happening {
        case .comment:
            item.comments += 1
            writer.commentEvent(id, actor, repository, item, comment: identifiers.comments.next(&random))
        case .closeIssue, .closePull:
            item.closed = item.touched
            item.state = item.isPull && random.chance(7_600) ? .merged : .closed
            if !item.isPull {
                writer.issueEvent(id, actor, repository, item, "closed")
            } else if item.state == .merged && writer.trimmed {
                writer.pullEvent(id, actor, repository, item, "merged")
            } else {
                writer.pullEvent(id, actor, repository, item, "closed")
            }
        case .reopenIssue, .reopenPull:
            item.state = .open
            if item.isPull {
                writer.pullEvent(id, actor, repository, item, "reopened")
            } else {
                writer.issueEvent(id, actor, repository, item, "reopened")
            }
        case .assignPull: writer.pullEvent(id, actor, repository, item, "assigned", assignee: item.opener)
        case .review:
            writer.reviewEvent(id, actor, repository, item, review: identifiers.reviews.next(&random))
        default:
            item.reviewComments += 1
            let comment = identifiers.reviewComments.next(&random)
            let review = identifiers.reviews.next(&random)
            writer.reviewCommentEvent(id, actor, repository, item, comment: comment, review: review)
        }
        items[group][found] = item
    }

    private mutating func actor(for happening: Happening, _ item: Item) -> Int32 {
        let bots = writer.world.bots
        let chance = random.below(100)
        switch happening {
        case .comment:
            if chance < 6, item.isPull { return bots.coverage }
            if chance < 10 { return bots.actions }
            if chance < 12, item.isPull { return bots.licence }
            if chance < 40 { return item.opener }
        case .closeIssue, .closePull, .reopenIssue, .reopenPull:
            if chance < 4 { return bots.merger }
            if chance < 8, item.topic == .dependency { return bots.dependabot }
            if chance < 45 { return item.opener }
        case .review, .reviewComment:
            if chance < 3 { return bots.actions }
            if chance < 15 { return item.opener }
        default: break
        }
        return contributor(Int(item.repository))
    }

    // MARK: - The rest

    private mutating func other(_ happening: Happening, _ index: Int, _ moment: Int64) {
        let repository = writer.world.repositories[index]
        let id = identifiers.event(trimmed: writer.trimmed, isReference: false, &random)
        let actor = contributor(index)
        switch happening {
        case .watch: writer.watchEvent(id, passerBy(index), repository, moment)
        case .fork:
            let fork = identifiers.forks.next(&random)
            writer.forkEvent(id, passerBy(index), repository, moment, fork: fork)
        case .release:
            let releaser = random.below(4) == 0 ? writer.world.bots.actions : actor
            let release = identifiers.releases.next(&random)
            writer.releaseEvent(id, releaser, repository, moment, release: release)
        case .wiki: writer.wikiEvent(id, actor, repository, moment, random.next())
        case .member: writer.memberEvent(id, actor, repository, moment, member: passerBy(index))
        case .commitComment:
            let comment = identifiers.reviewComments.next(&random)
            writer.commitCommentEvent(id, actor, repository, moment, comment: comment)
        case .discussion:
            numbers[index] += 1
            let discussion = identifiers.releases.next(&random)
            writer.discussionEvent(id, actor, repository, moment, discussion: discussion, number: numbers[index])
        default: writer.publicEvent(id, actor, repository, moment)
        }
    }
}
