// A language server for remark or for retext, as their own editor extensions start it: `node server.mjs remark`.
// Its plugins stand in package.json, under "remarkConfig" and "retextConfig".
import { createUnifiedLanguageServer } from "unified-language-server";

const [, , name] = process.argv;

createUnifiedLanguageServer({
  configurationSection: name,
  ignoreName: `.${name}ignore`,
  packageField: `${name}Config`,
  pluginPrefix: name,
  processorName: name,
  processorSpecifier: name,
  rcName: `.${name}rc`,
});
