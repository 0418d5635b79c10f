"""Reads a calendar object with python3-icalendar and prints what it understood, one event a line."""

import json
import sys

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
for event in calendar.walk("VEVENT"):
    attendee = event.get("ATTENDEE")
    print(
        json.dumps(
            {
                "method": str(calendar["METHOD"]),
                "uid": str(event["UID"]),
                "sequence": int(event["SEQUENCE"]),
                "stamp": event["DTSTAMP"].dt.isoformat(),
                "start": event["DTSTART"].dt.isoformat(),
                "end": event["DTEND"].dt.isoformat(),
                "summary": str(event["SUMMARY"]),
                "location": str(event["LOCATION"]),
                "description": str(event["DESCRIPTION"]),
                "organizer": str(event["ORGANIZER"]),
                "attendee": None if attendee is None else [str(attendee), attendee.params["CN"]],
                "status": str(event["STATUS"]),
            }
        )
    )
