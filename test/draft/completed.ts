/** What a practitioner might write under each heading of a visit, whichever standards it stands under. */
const written: readonly (readonly [RegExp, string])[] = [
  [/^## Why/, "I came to see how Rosie is at Denise's house. The plan says I visit every six weeks. I told Rosie this, and she nodded.\n"],
  [/^## What we did/, "We drew the Three Houses on the floor and talked while Rosie coloured them in. I asked her to tell me about school.\n"],
  [/^## What (?:is your view|the child said)/, "While we drew, Rosie said, “I feel happy when Denise reads to us”.\n"],
  [/^## What is working well/, "Rosie can read a whole book now, and Denise reads to her every night.\n"],
  [/^## What are we worried/, "There is nothing new that worries us today.\n"],
  [/^## What (?:you think should|needs to|happens) /, "Rosie asked to go to the library, and I said I would ask.\n\n- Priya to ring the library by 20 June 2025.\n"],
  [/^## (?:Practitioner|My) reflections/, "I think the plan is working well for Rosie, because she laughs with Denise and likes school.\n"],
  [/^### Rosie/, "While we drew, Rosie said, “I feel happy when Denise reads to us”.\n"],
  [/^### Alfie/, "Alfie played with his trucks and ran to Denise when the dog barked. He climbs and walks well. He was awake and alert, and warm and clean.\n"],
  [/^### Zoë/, "While we made tea, Zoë said, “I feel sad that my friend has moved away”.\n"],
];

/** A fresh draft with its fields and sections filled in, as somebody would who records well. */
export function completed(draft: string): string {
  const lines = draft.split("\n").map((line) =>
    line
      .replace(/^(Place: )\[….*…\]$/, "$1foster home")
      .replace(/^(Present: )\[….*…\]$/, "$1Denise Okafor (foster carer)")
      .replace(/^(Worker: )\[….*…\]$/, "$1Priya Nair")
      .replace(/^((?:\p{L}+ )?seen alone: )\[….*…\]$/iu, "$1Yes, in the bedroom"),
  );
  const several = draft.includes("### ");
  return lines
    .map((line) => {
      const words = written.find(([heading]) => heading.test(line))?.[1];
      const heldBelow = several && /^## What (?:is your view|the child said)/.test(line);
      return words && !heldBelow ? `${line}\n\n${words}` : line;
    })
    .join("\n");
}
