/** Words that stand in the notes below and nowhere else: whatever holds one holds words of a note. */
export const marks = ["quillibert", "marmadrake", "zorblewick", "snufflequist", "plimworthy"];

/** The words of a note that stand in a text. */
export const leaked = (said: string): readonly string[] => marks.filter((mark) => said.toLowerCase().includes(mark));

/** A visit with something of everything, and the marks in its details, the child's words, the worker's prose, a risk, a comment and an action. */
export const marked = `---
children:
  - name: Quillibert Marmadrake
    date of birth: 02/02/2017
date of visit: 03/04/2025
recorded: 14/04/2025
last visit: 01/01/2025
type of visit: Statutory visit
status: Child in care
place: foster home
present: Quillibert, Snufflequist Plimworthy (foster carer)
worker: Plimworthy Zorblewick
---

# Visit to Quillibert

## Why are we visiting?

LAC visit to Quillibert Marmadrake, on 07700 900461. Mrs Plimworthy at number 14 told us that the zorblewick is loud.

<!-- case-recording-disable-next-line nosuch-zorblewick -->

## What we did and what we talked about

Quillibert presents as zorblewick and manipulative. Quillibert said “I hid in the zorblewick when CAMHS came, Plimworthy (he is clearly attached) was there”. I asked Quillibert if Dad had hit him with the marmadrake. **He said "the snufflequist hurts.

> my zorblewick is lush

| Worries | Good things |
|---|---|
| the marmadrake shouts | Snufflequist reads |

## What you think should happen next?

Somebody will ring about the marmadrake, ASAP. I promised Quillibert that the zorblewick stays.

## Practitioner reflections on the visit

Quillibert was zorblewick in order to utilise the marmadrake. It was reported that Snufflequist has a history of violence.
`;

/** The same with something still to be completed, which keeps it from being exported. */
export const unfinished = marked.replace("the zorblewick is loud", "[… why the zorblewick is loud …]");

/** Details that are no YAML, with keys of every kind. */
export const broken = `---
? {child: Quillibert, marmadrake: [x, y]}
: zorblewick
[marmadrake]: !marmadrake *zorblewick
date of visit: 03/04/2025
	plimworthy: "zorblewick
---

# Visit

The zorblewick was seen. Quillibert said “snufflequist”. LAC.
`;
