import { pattern } from "../text/pattern.ts";
import { fullName, name, notNames } from "./names.ts";
import { alternatives, eitherCase } from "./patterns.ts";

// Sources of regular expressions for how a note names somebody whom it has not introduced. All need the flag u.

/** "Mrs Green", "Mr and Mrs Patel". */
const titledName = String.raw`(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? (?:and (?:Mr|Mrs|Ms) )?\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?`;
/** "Mrs Green", "Sandra", "Tina Webb", "Dan and Marta Wilk", but not "The". */
export const namedSomebody = `(?:${titledName}|(?!(?:${[...notNames].join("|")})\\b)(?:${name} and )?${fullName})`;

/** By a number in a street, which tells them apart: "at number 9", "in flat 2", "16 Mill Lane", "at 32", which is no time of day. */
export const byNumber = String.raw`(?:(?:,? ?(?:at|from|in|of|who lives at|who lives in) |, | \()(?:[Nn]umber|[Nn]o\.?|[Nn]r\.?|[Ff]lat|[Aa]partment) ?\d{1,3}[A-Za-z]?\)?|,? ?(?:at|from|in|of|who lives at)? \d{1,3}[A-Za-z]? (?:\p{Lu}[\p{L}'-]+ ){1,3}(?:` + eitherCase("streets") + String.raw`)\b|,? at (?:(?:2[5-9]|[3-9]\d|\d{3})[A-Za-z]?|\d{1,3}[A-Ha-h])\b(?![:.]\d| ?(?:[ap]m|o'clock|%)))`;
/** By where they live: "next door", "in the flat below", "across the road". */
const byHome = String.raw`(?:,? \(?(?:(?:from|who lives|living) )?(?:next[- ]door(?: but one)?|(?:across|over) the (?:road|street|landing|hall|fence)|opposite|upstairs|downstairs|(?:from |in |at )?the (?:flat|house|floor|bungalow|maisonette|caravan|trailer|cottage|room|bedsit|one) (?:above|below|beneath|underneath|upstairs|downstairs|opposite|behind|next door|over the road|across the road)|(?:from |in |on |at )?the (?:top|ground|first|second|third|end|corner) (?:floor|flat|house)(?: flat)?|(?:from |in )the next (?:room|flat|house|block|street|pitch|bedsit|landing)|(?:from|in|on) the (?:same )?(?:street|road|block|building|landing|estate|hostel|refuge))\)?)`;
/** By where they are met, which tells a stranger apart once there is a name: "in the paper shop", "at school". */
const byHaunt = String.raw`(?:,? (?:at|from|in|on) (?:the |his |her |their )?(?:school|nursery|playground|school gate|gate|gates|park|club|church|mosque|temple|pub|gym|flats|estate|launderette|laundrette|post office|bookies|(?:\p{Ll}+ )?shop)(?: gates?)?)`;
/** Where somebody lives, by number or not. */
export const byAbode = `(?:${byNumber}|${byHome})`;
export const byWhereabouts = `(?:${byAbode}|${byHaunt})`;

const article = String.raw`(?:(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]heir|[Hh]is|[Hh]er|[Mm]y|[Oo]ne of the|[Aa]nother|[Tt]hat|[Tt]his|[Ss]ome|[\p{L}-]+'s?) )?`;
const adjectives = String.raw`(?:(?:next[- ]door|upstairs|downstairs|(?:top|ground|first|second|third)[- ]floor|worried|concerned|retired|good|friendly|elderly|older|old|young|close|immediate|new|former|nearby|other) )*`;
/** "the upstairs neighbour", "the lady": by what they are. */
export const someDweller = `${article}${adjectives}(?:${alternatives("neighbours")}|${alternatives("dwellers")})`;
const trade = `${article}${adjectives}(?:${eitherCase("public-trades")})(?: (?:at|from|in|on|by|with) (?:the |his |her |their )?(?:[\\p{L}'-]+ ){0,2}[\\p{L}'-]+)?`;
const haunt = `(?:[\\p{L}'-]+ ){0,4}?(?:${alternatives("public-haunts")})\\b(?: (?:at|in|on|by|near|opposite) (?:the |our )?(?:[\\p{L}'-]+ ){0,2}(?:top|end|corner|market|road|street|precinct|parade|bottom|road|high street|station|school|park|estate|square)\\b)?`;
const plate = String.raw`(?:[Rr]eg(?:istration)?(?: no\.?| number)?:? )?[A-Z]{2}\d{2} ?[A-Z]{3}`;
/** A place or a shop where anybody goes. */
export const isPublicHaunt = pattern(`\\b(?:${alternatives("public-haunts")}|${alternatives("public-trades")})\\b`, "i");
/** Members of the public, the fullest first: "Mr Sandhu who has the phone stall", "the postman, Keith", "the man with the blue van, Dean", "Mrs Rai from the paper shop". Each holds a name or a number plate. */
export const ofThePublic = [
  `${namedSomebody},? \\(?(?:who|that) (?:has|had|owns|runs|keeps|works|does|drives|sells|walks|lives|rents|parks|stands|drinks|serves|cleans|cuts|delivers|minds)(?:'s)? ${haunt}\\)?,?`,
  `${trade},? \\(?(?:called |named )?${namedSomebody}\\)?,?`,
  `${namedSomebody},? \\(?(?:who is |who's )?${trade}\\)?,?`,
  `${someDweller} (?:with|in|from|by|at|on|off|behind|who|that|of)(?: [\\p{Ll}\\p{N}'-]+){1,7}(?: \\p{Lu}\\p{Ll}+)?(?:,? \\(${namedSomebody}\\)|, (?:called |named )?${namedSomebody}|,? \\(?${plate}\\)?),?`,
  `${namedSomebody},? \\(?(?:from|at|in|on|of|off|with) (?:the|his|her|their) ${haunt}\\)?,?`,
];

/** Behind a name: "(neighbour)", ", the next door neighbour". */
export const isNeighbour = `,? \\(?(?:(?:who is )?(?:the|a|their|his|her|mum's|our) )?${adjectives}(?:${alternatives("neighbours")})\\)?`;

/** "Mum's sister", "the maternal aunt", "her ex-partner". */
const relative = String.raw`(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Mm]aternal|[Pp]aternal|[\p{L}-]+'s?) )*(?:(?:own|older|younger|former|best|work|old|good|close|step|ex)[ -])*(?:` + `${eitherCase("kin")}|${eitherCase("own-kin")}|[Ff]riend|[Mm]ate|(?:work )?[Cc]olleague|[Ww]orkmate|[Hh]ousemate|[Ff]latmate|[Bb]oss|[Nn]eighbour|[Ll]andlord)(?:-in-law)?\\b`;
/** "the window cleaner, Bob Tiler": whatever they are, with a name. */
const somebodyWithName = `(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Mm]um's|[Dd]ad's|[Aa]) (?:\\p{Ll}+[ -]){0,2}\\p{Ll}+,? \\(?${namedSomebody}\\)?`;
/** A relative or a friend, named or not. */
export const someRelative = `${relative}(?:,? \\(?${namedSomebody}\\)?,?)?`;
/** Whoever somebody turns out to be: by relation, by name, or by both. */
export const identity = `(?:${someDweller}(?:${byWhereabouts}?,? \\(?${namedSomebody}|${byNumber}),?|${somebodyWithName}|${relative}(?:,? \\(?${namedSomebody}\\)?)?|${namedSomebody}(?:,? \\(?${relative}\\)?)?)${byWhereabouts}?`;
