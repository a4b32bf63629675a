export { clause } from "./standards.ts";
