// dictionaries/schema/settings.schema.json: what may stand in a team's .case-recording.yml, for editors that complete and explain it.

/** A description of a setting without Markdown, and without the settings that VS Code alone has. */
const plain = (text) => text.replace(/`#caseRecording\.(\w+)#`/g, "$1").replace(/[`*]/g, "").replace(/ For example: .*$/, "").trim();

/** How the editor's setting reads in the file. */
function fromEditor({ type, items, uniqueItems, minimum, maximum, default: usual, enum: values, markdownEnumDescriptions, markdownDescription }) {
  return {
    type,
    ...(values ? { enum: values, enumDescriptions: markdownEnumDescriptions.map(plain) } : {}),
    ...(items ? { items, uniqueItems: uniqueItems ?? true } : {}),
    ...(minimum === undefined ? {} : { minimum, maximum }),
    ...(usual === null ? {} : { default: usual }),
    description: plain(markdownDescription),
  };
}

/** The schema, from the editor's settings, the rules and the profiles. `names` are those that the file may hold. */
export function settingsSchema(editor, names, rules, profiles, severityWords) {
  const setting = (name) => {
    const known = editor[`caseRecording.${name}`];
    if (!known) throw new Error(`package.json does not know the setting ${name}.`);
    return known;
  };
  const levels = { off: "Leave this rule out.", error: "What cannot be so.", warning: "A standard that is clearly not met.", information: "Something worth a look.", hint: "A matter of style." };
  const own = {
    profile: () => ({
      description: "The recording standards that your team works to: one of those that come with Case Recording, or the path of a file with standards of your own.",
      anyOf: [
        { type: "string", enum: profiles.map(({ id }) => id), enumDescriptions: profiles.map(({ id, title }) => { const at = setting("profile").enum.indexOf(id); return at < 0 ? title : plain(setting("profile").markdownEnumDescriptions[at]); }) },
        { type: "string", pattern: "[\\\\/]|\\.(?:ya?ml|json)$", description: "The path of a file with standards of your own, such as ./northshire.case-recording-profile.yml. A relative path is looked for from the note's folder upwards." },
      ],
    }),
    rules: () => ({
      type: ["object", "null"],
      description: plain(setting("rules").markdownDescription),
      additionalProperties: false,
      properties: Object.fromEntries(rules.map(({ id, severity, summary }) => [id, { allOf: [{ $ref: "#/definitions/level" }], default: severity, description: `${summary}. Usually: ${severityWords[severity]}.` }])),
    }),
  };
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "A team's settings for Case Recording",
    description: "What may stand in .case-recording.yml, in the notes' folder or above it. The editor and the command line both read it; in the editor a person's own choice wins.",
    type: ["object", "null"],
    additionalProperties: false,
    definitions: { level: { type: "string", enum: Object.keys(levels), enumDescriptions: Object.values(levels) } },
    properties: Object.fromEntries(names.map((name) => [name, (own[name] ?? (() => fromEditor(setting(name))))()])),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
