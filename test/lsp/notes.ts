/** A visit with something of everything: a near heading (safe fix), an acronym (several fixes), nothing on being seen alone (fields to complete), a child's words. */
export const visit = `Child: Kai Brown
Date of birth: 02/02/2017
Date of visit: 03/04/2025
Date recorded: 04/04/2025
Type of visit: Statutory visit
Place: home
Present: Kai, Kelly (mum)
Worker: Priya Nair

## Why are we visiting?

To see Kai at home and to plan the LAC review with Kelly.

## What we did and what we talked about

We built a tower together while Kelly cooked tea.

## What is your view about what is happening for you?

Kai said "I love my tower 😀 and my LAC nurse".

## What you think should happen next?

Priya will bring the photos on Thursday 10 April 2025.

## Practitioner reflections on the visit

Kai laughed a lot today, and was proud of what he built.
`;

/** A word that stands in the visit and may stand in no log. */
export const privateWord = "tower";
