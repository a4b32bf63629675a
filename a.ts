import { show, readProfile } from "./h.ts";
const prof = (o: any) => { const r = readProfile({ id: "x", title: "X standards", ...o }); console.log("PROFILE faults", JSON.stringify(r.faults)); return { profile: "x", ownProfile: r.profile }; };
const base = "Child: Kai Morton (9)\nDate of visit: 12/03/2026\nLast visit: 12/02/2026\nRecorded: 13/03/2026\nType of visit: Statutory visit\nPlace: home\n";
try { show("99999 days", base + "Status: CIN\n", prof({ visits: [{ row: "N1", child: "c", quote: "q", status: [["CIN"]], every: "99999 days" }] })); } catch (e) { console.log("THROW", String(e)); }
try { show("29:00 next day", base, prof({ limits: [{ of: "a visit", from: "visited", to: "recorded", within: "29:00 the next day" }] })); } catch (e) { console.log("THROW", String(e)); }
try { show("first 99999", base + "Status: CIN\nDate placed: 01/02/2026\n", prof({ visits: [{ row: "N1", child: "c", quote: "q", status: [["CIN"]], start: "placed", first: ["20000 days"] }] })); } catch (e) { console.log("THROW", String(e)); }
show("9999 years", base + "Status: CIN\n", prof({ visits: [{ row: "N1", child: "c", quote: "q", status: [["CIN"]], every: "9999 years" }] }));
show("9999 wd", base + "Status: CIN\n", prof({ visits: [{ row: "N1", child: "c", quote: "q", status: [["CIN"]], every: "9999 working days" }] }));
show("0 days", base + "Status: CIN\n", prof({ visits: [{ row: "N1", child: "c", quote: "q", status: [["CIN"]], every: "0 days" }] }));
show("0 placement days", base + "Status: CIN\nDate placed: 01/02/2026\n", prof({ visits: [{ row: "N1", child: "c", quote: "q", status: [["CIN"]], start: "placed", first: ["0 placement days"] }] }));
show("limit without clauses", base.replace("Recorded: 13/03/2026","Recorded: 20/03/2026"), prof({ limits: [{ of: "a visit", from: "visited", to: "recorded", within: "48 hours" }] }));
show("docs example row=clause", base + "Status: CP plan\n", prof({ extends: "planning-and-seeing", documents: [{letter:"N",title:"Northshire",date:"2026"}], clauses: [{id:"N2",section:"v",quote:"qq"}], visits: [{ row: "N2", child: "c", quote: "q", status: [["CP plan"]], every: "10 working days", clauses: ["N2"] }] }));
const v = (extra: string) => "Child: Kai Morton (9)\nDate of visit: 10/06/2025\nRecorded: 10/06/2025\nType of visit: Statutory visit\nPlace: home\n" + extra;
show("visits this month", v("Status: Child protection plan\nLast visit: 28/05/2025\nVisits this month: 05/06/2025\n"));
show("also seen, typo year 2005", v("Status: Child protection plan\nLast visit: 28/05/2025\nAlso seen: 05/06/2005, 07/06/2025\n"));
show("also seen, typo year 0205", v("Status: Child protection plan\nLast visit: 28/05/2025\nAlso seen: 05/06/0205, 07/06/2025\n"));
show("also seen, short", v("Status: Child protection plan\nLast visit: 28/05/2025\nAlso seen: 5/6, 7/6\n"));
show("Also seen plan began 20 May", v("Status: Child protection plan\nPlan start: 20/05/2025\nLast visit: 22/05/2025\nAlso seen: 05/06/2025\n"));
for (const st of ["Child in need, no missing episodes", "CP plan ended 1 May, now child in need", "LAC until March 2025, now child in need", "Child in need (not looked after)", "Child in need, child protection conference booked for 20/06/2025", "Stepped down from CP to CIN", "Child in need (CP plan closed in March)", "Child in need, section 47 enquiry closed", "CIN - CP ended", "Not CP; CIN", "Child in need. Brother is LAC", "Child in need (child protection considered at panel)"]) {
  show("P: " + st, v(`Status: ${st}\nLast visit: 14/05/2025\n`));
  show("G: " + st, v(`Status: ${st}\nLast visit: 14/05/2025\nProfile: gloucestershire\n`));
}
for (const d of ["03/06/0025","01/01/0000","03/06/0205","03/06/3025","31/06/2025","29/02/2025","00/00/0000","03/06/9999","32/13/2025","30/02/25","0/6/2025", "03/06/275760"]) show("date " + d, `Child: Kai Morton (9)\nDate of visit: ${d}\nRecorded: 10/06/2025\nLast visit: 01/06/2025\nStatus: CP\nType of visit: Statutory visit\nPlace: home\n\nKai came on ${d}.\n`);
show("ambiguous hour", "Child: Kai Morton (9)\nDate of visit: 03/06/2025 7.30\nRecorded: 05/06/2025 16:00\nType of visit: Statutory visit\nPlace: home\n");
show("G supervision order", "Child: Kai Morton (9)\nDate of visit: 03/06/2025\nRecorded: 06/06/2025\nType of visit: Statutory visit (supervision order)\nPlace: home\nProfile: gloucestershire\n");
show("G no incident", "Child: Kai Morton (9)\nDate of visit: 03/06/2025\nRecorded: 06/06/2025\nType of visit: Home visit, non-emergency\nPlace: home\nProfile: gloucestershire\n");
show("G conference", v("Status: Child protection plan\nConference date: 28/05/2025\nLast visit: 27/05/2025\nProfile: gloucestershire\n"));
show("G conference upcoming", v("Status: Child protection plan\nConference date: 28/08/2025\nLast visit: 27/05/2025\nProfile: gloucestershire\n"));
show("G missing due", v("Status: Child in need, missing from education\nLast visit: 27/05/2025\nProfile: gloucestershire\n"));
show("status 10k", v("Status: " + "child protection plan until ".repeat(400) + "\nLast visit: 27/03/2025\n"));
show("quarter to", "Child: Kai Morton (9)\nDate of visit: 03/06/2025 quarter to twelve in the morning\nRecorded: 06/06/2025 10:00\nType of visit: Statutory visit\nPlace: home\n");
