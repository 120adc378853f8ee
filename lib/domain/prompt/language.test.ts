import { expect, test } from "vitest";
import { languageOf } from "./language.ts";

test.each([
  ["怎样结束一个卡住的 Python 进程？", "zh"],
  ["固まったプロセスを終了するには？", "ja"],
  ["멈춘 프로세스를 어떻게 종료하나요?", "ko"],
  ["كيف يمكنني إنهاء عملية Python على جهازي؟", "ar"],
  ["Как завершить зависший процесс?", "ru"],
  ["How do I say 你好 to my neighbours when we meet in the street?", undefined],
  ["Wie beende ich einen Prozess?", undefined],
  ["", undefined],
])("%s", (text, language) => expect(languageOf(text)).toBe(language));
