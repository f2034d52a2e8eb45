// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// A type that is written as a single value and read by one of the readings.
protocol ScalarSetting {
    /// What it must be.
    static var reading: Reading<Self> { get }
    /// A value to go on with after a wrong one was reported.
    static var standIn: Self { get }
}

extension ScalarSetting where Self: FixedWidthInteger {
    static var reading: Reading<Self> { .integer() }
    static var standIn: Self { 0 }
}

extension ScalarSetting where Self: BinaryFloatingPoint & LosslessStringConvertible {
    static var reading: Reading<Self> { .number }
    static var standIn: Self { 0 }
}

extension Int: ScalarSetting {}
extension Int8: ScalarSetting {}
extension Int16: ScalarSetting {}
extension Int32: ScalarSetting {}
extension Int64: ScalarSetting {}
extension Int128: ScalarSetting {}
extension UInt: ScalarSetting {}
extension UInt8: ScalarSetting {}
extension UInt16: ScalarSetting {}
extension UInt32: ScalarSetting {}
extension UInt64: ScalarSetting {}
extension Float: ScalarSetting {}
extension Double: ScalarSetting {}

extension Bool: ScalarSetting {
    static var reading: Reading<Bool> { .flag }
    static var standIn: Bool { false }
}

extension String: ScalarSetting {
    static var reading: Reading<String> { .text }
    static var standIn: String { "" }
}

extension Month: ScalarSetting {
    static var reading: Reading<Month> { .month }
    static var standIn: Month { Month(ordinal: 0) }
}
