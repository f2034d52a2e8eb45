// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaStore
import TestSupport
import Testing

@Suite
struct StateLockTests {
    private let folder: TemporaryFolder
    private var path: String { folder.url.path }

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test
    func itIsHeldForAsLongAsItsOwnerLives() throws {
        #expect(!StateLock.isHeld(directory: path), "nobody ever had it")
        let lock = try StateLock(directory: path)
        #expect(StateLock.isHeld(directory: path) && StateLock.isHeld(directory: path))
        withExtendedLifetime(lock) {}
        _ = consume lock
        #expect(!StateLock.isHeld(directory: path))
    }

    @Test
    func whoLooksWhetherItIsHeldKeepsNobodyFromTakingIt() throws {
        _ = try StateLock(directory: path)
        let looking = open(path + "/lock", O_RDONLY)
        #expect(flock(looking, LOCK_SH | LOCK_NB) == 0)
        #expect(!StateLock.isHeld(directory: path), "another who looks is no instance")
        Thread.detachNewThread {
            usleep(20_000)
            close(looking)
        }
        let lock = try StateLock(directory: path)
        withExtendedLifetime(lock) { #expect(StateLock.isHeld(directory: path)) }
    }
}
