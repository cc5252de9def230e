#!/usr/bin/python3
"""Reads mail with code that is not ours and prints it as JSON, an array with one object a mail.

read-mail.py file PATH...                                   .eml files
read-mail.py imap PORT CA_FILE USER PASSWORD                everything in the INBOX at localhost
read-mail.py ics PATH                                       one calendar file; prints one calendar object
"""
import datetime
import email
import email.header
import email.policy
import email.utils
import imaplib
import json
import ssl
import sys


def addresses(message, name):
    # Not field.addresses: Python 3.11 puts a space between two encoded words of a name, against RFC 2047 section 6.2.
    raw = [utf8(value) for key, value in message.raw_items() if key.lower() == name.lower()]
    return [{"name": str(email.header.make_header(email.header.decode_header(display))), "address": address}
            for display, address in email.utils.getaddresses(raw)]


def utf8(text):
    """Headers with raw UTF-8 (RFC 6532) come out of the parser as escaped bytes."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def moment(property_):
    value = property_.dt
    return {"local": value.strftime("%Y-%m-%dT%H:%M:%S"), "utc": value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "zone": property_.params.get("TZID")}


def calendar(data):
    from icalendar import Calendar
    parsed = Calendar.from_ical(data)
    events = parsed.walk("VEVENT")
    event = events[0]
    attendees = event.get("ATTENDEE", [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    zones = []
    for zone in parsed.walk("VTIMEZONE"):
        # What the VTIMEZONE itself says, not what the reader knows about a zone of that name.
        try:
            rules = zone.to_tz(lookup_tzid=False)
        except TypeError:  # before icalendar 6, where only the file itself counted
            rules = zone.to_tz()
        naive = event["DTSTART"].dt.replace(tzinfo=None)
        zones.append({"id": str(zone["TZID"]), "offsets": {month: offset(rules, naive.replace(month=month, day=15)) for month in range(1, 13)},
                      "rules": [sub["RRULE"].to_ical().decode() for sub in zone.subcomponents if "RRULE" in sub]})
    return {
        "method": str(parsed["METHOD"]), "events": len(events), "uid": str(event["UID"]), "sequence": int(event["SEQUENCE"]), "status": str(event["STATUS"]),
        "summary": str(event["SUMMARY"]), "location": str(event.get("LOCATION", "")), "description": str(event.get("DESCRIPTION", "")),
        "start": moment(event["DTSTART"]), "end": moment(event["DTEND"]), "stamp": moment(event["DTSTAMP"]),
        "organizer": {"address": str(event["ORGANIZER"]), "name": str(event["ORGANIZER"].params.get("CN", ""))},
        "attendees": [{"address": str(each), "name": str(each.params.get("CN", "")), "partstat": str(each.params["PARTSTAT"]), "rsvp": str(each.params["RSVP"])}
                      for each in attendees],
        "eventProperties": sorted(set(event.keys())), "calendarProperties": sorted(set(parsed.keys())), "zones": zones,
        "errors": [str(each) for component in parsed.walk() for each in component.errors],
    }


def offset(rules, moment_):
    aware = rules.localize(moment_) if hasattr(rules, "localize") else moment_.replace(tzinfo=rules)
    return int(aware.utcoffset().total_seconds() // 60)


def mail(data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    parts, defects = [], [repr(each) for each in message.defects]
    for part in message.walk():
        defects += [repr(each) for each in part.defects if part is not message]
        entry = {"type": part.get_content_type(), "parameters": dict(part["Content-Type"].params) if part["Content-Type"] else {},
                 "disposition": part.get_content_disposition(), "fileName": part.get_filename(), "text": None, "calendar": None}
        if not part.is_multipart():
            raw = part.get_payload(decode=True)
            entry["text"] = raw.decode("utf-8")
            if part.get_content_type() in ("text/calendar", "application/ics"):
                entry["calendar"] = calendar(raw)
        parts.append(entry)
    for name, field in message.items():
        # Raw UTF-8 in an address is a defect only for a reader from before RFC 6532.
        defects += [f"{name}: {each!r}" for each in getattr(field, "defects", []) if field.isascii()]
        if name in ("From", "To", "Reply-To") and len(field.addresses) != len(addresses(message, name)):
            defects.append(f"{name}: two readers count different addresses")
    return {"headers": [{"name": name, "value": utf8(str(value))} for name, value in message.items()], "subject": str(message["Subject"]),
            "from": addresses(message, "From"), "to": addresses(message, "To"), "replyTo": addresses(message, "Reply-To"),
            "date": message["Date"].datetime.isoformat() if message["Date"] else None, "parts": parts, "defects": defects}


def from_imap(port, authority, user, password):
    context = ssl.create_default_context(cafile=authority)
    with imaplib.IMAP4_SSL("localhost", int(port), ssl_context=context) as box:
        box.login(user, password)
        box.select("INBOX", readonly=True)
        _, found = box.search(None, "ALL")
        for number in found[0].split():
            _, answer = box.fetch(number, "(BODY.PEEK[])")
            yield answer[0][1]


def main(kind, *arguments):
    if kind == "ics":
        result = calendar(open(arguments[0], "rb").read())
    elif kind == "imap":
        result = [mail(data) for data in from_imap(*arguments)]
    else:
        result = [mail(open(path, "rb").read()) for path in arguments]
    json.dump(result, sys.stdout)


main(*sys.argv[1:])
