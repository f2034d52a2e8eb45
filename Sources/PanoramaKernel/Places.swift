// SPDX-License-Identifier: Apache-2.0

/// The places of an array in the making: several threads may write at the same time, each to places of its own.
@safe
struct Places<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    private let buffer: UnsafeMutableBufferPointer<Element>

    fileprivate init(_ buffer: UnsafeMutableBufferPointer<Element>) {
        unsafe self.buffer = unsafe buffer
    }

    /// The element at a place; it is not to be read before it is written.
    ///
    /// - Complexity: O(1).
    subscript(place: Int) -> Element {
        @inline(__always) get {
            precondition(unsafe buffer.indices.contains(place))
            return unsafe buffer[place]
        }
        @inline(__always) nonmutating set {
            precondition(unsafe buffer.indices.contains(place))
            unsafe buffer[place] = newValue
        }
    }
}

extension Array where Element: BitwiseCopyable & Sendable {
    /// Makes an array of a number of elements, all of which `write` has to write.
    ///
    /// - Complexity: that of `write`.
    init(count: Int, _ write: (Places<Element>) -> Void) {
        self = unsafe Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            unsafe LargePages.prefer(UnsafeRawBufferPointer(buffer))
            write(unsafe Places(UnsafeMutableBufferPointer(rebasing: buffer[..<count])))
            initialized = count
        }
    }

    /// Lets several threads write to an array, each to places of its own.
    ///
    /// - Complexity: that of `write`.
    mutating func withPlaces<Result>(_ write: (Places<Element>) -> Result) -> Result {
        unsafe withUnsafeMutableBufferPointer { buffer in write(unsafe Places(buffer)) }
    }
}
