#!/usr/bin/python3
"""Reads calendar files with vobject, the second reader that is not ours, and prints a JSON array, one object a file.

read-vobject.py PATH...
"""
import datetime
import json
import sys

import vobject


def moment(property_):
    return {"local": property_.value.strftime("%Y-%m-%dT%H:%M:%S"), "utc": property_.value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "zone": property_.params.get("X-VOBJ-ORIGINAL-TZID", [None])[0]}


def text(event, name):
    return str(event.contents[name][0].value) if name in event.contents else ""


def calendar(path):
    with open(path, encoding="utf-8", newline="") as file:
        parsed = vobject.readOne(file.read())
    event = parsed.vevent
    return {
        "method": parsed.method.value, "events": len(parsed.vevent_list), "uid": event.uid.value, "sequence": int(event.sequence.value), "status": event.status.value,
        "summary": text(event, "summary"), "location": text(event, "location"), "description": text(event, "description"),
        "start": moment(event.dtstart), "end": moment(event.dtend),
        "attendees": [{"address": each.value, "name": each.params.get("CN", [""])[0], "partstat": each.params.get("PARTSTAT", [None])[0], "rsvp": each.params.get("RSVP", [None])[0]}
                      for each in event.contents.get("attendee", [])],
    }


json.dump([calendar(path) for path in sys.argv[1:]], sys.stdout)
