// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PanoramaConfiguration
import PanoramaPipeline
import PanoramaSimulation
import PanoramaStore
import PanoramaWatch

/// The exit codes of sysexits(3) for what can go wrong.
enum ExitStatus {
    /// Says on standard error what went wrong, and gives what to leave with.
    ///
    /// Errors of the command line are left to its parser, which shows the usage with them.
    static func report(_ error: any Error) -> any Error {
        switch error {
        case is ExitCode, is ValidationError, is CleanExit: return error
        case let error as ConfigurationError:
            say("\(error)")
            return ExitCode(EX_CONFIG)
        case let error as StoreError:
            say("panorama: error: \(error)")
            switch error.code {
            case .inUse: return ExitCode(EX_TEMPFAIL)
            case .inputOutput: return ExitCode(EX_IOERR)
            case .tooNew, .tooOld: return ExitCode(EX_CONFIG)
            case .damaged: return ExitCode(EX_NOINPUT)
            }
        case let error as NotFoundError:
            say("panorama: error: \(error)")
            return ExitCode(EX_NOINPUT)
        case let error as WatchError:
            say("panorama: error: \(error)")
            return ExitCode(EX_NOINPUT)
        case let error as SimulationError:
            say("panorama: error: \(error)")
            return ExitCode(error.code == .invalidParameter ? EX_USAGE : EX_IOERR)
        default:
            say("panorama: error: \(error)")
            return ExitCode(EX_SOFTWARE)
        }
    }

    /// Writes a line to standard error.
    static func say(_ text: String) {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }
}

extension AsyncParsableCommand {
    /// Runs a body and turns its errors into a message and an exit code.
    func reportingErrors(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch {
            throw ExitStatus.report(error)
        }
    }
}
