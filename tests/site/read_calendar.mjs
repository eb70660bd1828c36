// Reads calendars with ical.js: a JSON list of texts comes in, a list of what is in each goes out.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const plain = (text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    name: calendar.getFirstPropertyValue("name"),
    source: calendar.getFirstPropertyValue("source") ?? "",
    refresh: String(calendar.getFirstPropertyValue("refresh-interval") ?? ""),
    events: calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component);
      const value = (name) => String(component.getFirstPropertyValue(name) ?? "");
      return {
        uid: event.uid,
        summary: event.summary,
        description: event.description,
        start: event.startDate.toString(),
        end: event.endDate.toString(),
        isDate: event.startDate.isDate && event.endDate.isDate,
        stamp: component.getFirstPropertyValue("dtstamp").toJSDate().toISOString(),
        category: value("categories"),
        location: value("location"),
        status: value("status"),
        url: value("url"),
        alarms: component
          .getAllSubcomponents("valarm")
          .map((alarm) => alarm.getFirstPropertyValue("trigger").toSeconds()),
      };
    }),
  };
};

const texts = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify(texts.map(plain)));
