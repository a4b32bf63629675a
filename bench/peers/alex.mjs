import { markdown } from "alex";

export const start = () => (text) => markdown(text).messages.length;
