// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import Testing

@testable import PanoramaWatch

@Suite
struct WatchScheduleTests {
    private let start = ContinuousClock.now

    @Test
    func aBurstOfChangesMakesOneHintThatIsNotPutOff() {
        var schedule = WatchSchedule(at: start, periodic: .seconds(600))
        schedule.planHint(at: start)
        schedule.planHint(at: start + .milliseconds(40))
        #expect(schedule.earliest(and: nil) == start + .milliseconds(50))
        let taken = [49, 50, 60].map { schedule.takeHint(at: start + .milliseconds($0)) }
        #expect(taken == [false, true, false])
        #expect(schedule.earliest(and: nil) == start + .seconds(600))
    }

    @Test
    func newWatchesTakeAFifthOfTheTimeAtMost() {
        var schedule = WatchSchedule(at: start, periodic: .seconds(600))
        schedule.planRebuild(at: start)
        let taken = [199, 200].map { schedule.takeRebuild(at: start + .milliseconds($0)) }
        #expect(taken == [false, true])
        schedule.didRebuild(from: start + .milliseconds(200), to: start + .milliseconds(1_200))
        schedule.planRebuild(at: start + .milliseconds(1_300))
        #expect(schedule.rebuild == start + .milliseconds(5_200))
    }

    @Test
    func theNextLookWithoutCauseCountsFromTheLast() {
        var schedule = WatchSchedule(at: start, periodic: .seconds(600))
        let taken = [599, 700].map { schedule.takePeriodic(at: start + .seconds($0), next: .seconds(2)) }
        #expect(taken == [false, true])
        #expect(schedule.periodic == start + .seconds(702))
        schedule.hasten(to: start + .seconds(701))
        schedule.hasten(to: start + .seconds(900))
        #expect(schedule.earliest(and: start + .seconds(800)) == start + .seconds(701))
    }

    @Test(arguments: [
        (2.0, 600.0, 2.0), (0.0, 600.0, 1.0), (0.5, 600.0, 1.0), (30.0, 10.0, 10.0), (.nan, 600.0, 1.0),
        (2.0, -5.0, 0.01),
    ])
    func lookingWithoutInotifyGoesByTheSettleTime(_ settle: Double, _ rescan: Double, _ poll: Double) {
        let plan = WatchPlan(IntakeSettings(watch: .poll, settle: settle, rescan: rescan), poll: nil)
        #expect(plan.poll == .seconds(poll))
        #expect(plan.rescan == plan.poll)
    }
}
