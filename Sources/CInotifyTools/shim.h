// SPDX-License-Identifier: Apache-2.0
//
// libinotifytools as Swift needs it. An event's name is a flexible array member and the flags of eventfd are an
// enumeration; neither comes through Swift's importer, so both are reached by a function here.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>

#include <inotifytools/inotifytools.h>

/// The name an event speaks of, or "" when it speaks of the watched directory itself.
static inline const char *panorama_inotify_name(const struct inotify_event *event) {
    return event->len ? event->name : "";
}

/// A counter to wake a thread that waits in poll(2): closed on exec, never blocking; -1 and errno on failure.
static inline int panorama_eventfd(void) {
    return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}
