// Reads mails (.eml) with postal-mime and their calendar with ical.js; prints a JSON array, one object a file.
import { readFile } from "node:fs/promises";
import PostalMime from "postal-mime";
import ICAL from "ical.js";

function calendarOf(text) {
  const root = new ICAL.Component(ICAL.parse(text));
  const zone = root.getFirstSubcomponent("vtimezone");
  // The file's own rules, not what the reader knows.
  ICAL.TimezoneService.reset();
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = root.getAllSubcomponents("vevent");
  const event = new ICAL.Event(events[0]);
  return {
    method: root.getFirstPropertyValue("method"),
    events: events.length,
    summary: event.summary,
    location: event.location,
    description: event.description,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    attendees: event.attendees.map((each) => each.getFirstValue()),
    properties: events[0].getAllProperties().map((each) => each.name),
  };
}

const mails = [];
for (const path of process.argv.slice(2)) {
  const mail = await PostalMime.parse(await readFile(path), { attachmentEncoding: "utf8" });
  mails.push({
    headerNames: mail.headers.map((header) => header.key),
    subject: mail.subject,
    from: [mail.from],
    to: mail.to,
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments.map((each) => ({
      type: each.mimeType,
      fileName: each.filename ?? null,
      calendar: calendarOf(each.content),
    })),
  });
}
process.stdout.write(JSON.stringify(mails));
