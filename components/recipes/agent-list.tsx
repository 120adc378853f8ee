"use client";

import { ArrowUp, Plus, X } from "lucide-react";
import { RoleFields } from "#components/recipes/role-fields.tsx";
import { AgentMark, hueAt } from "#components/ui/agent-mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { agentCount, judgeCount, type Role } from "#lib/domain/deliberation/recipe.ts";
import { freshAgent } from "#lib/domain/recipe/fresh-agent.ts";
import { recipePageStrings } from "#lib/domain/strings/recipe-pages.ts";

const strings = recipePageStrings.form;

const roles = {
  agent: { ...agentCount, label: strings.agent, add: strings.addAgent },
  judge: { ...judgeCount, label: strings.judge, add: strings.addJudge },
} as const;

/** Agents, or judges, in the order in which they speak, each with name, instructions and sampling of its own. */
export function AgentList({
  agents,
  as = "agent",
  taken,
  path,
  onChange,
}: {
  agents: readonly Role[];
  as?: keyof typeof roles;
  /** Keys of the other roles. */
  taken: readonly string[];
  path: string;
  onChange: (agents: Role[]) => void;
}) {
  const { fewest, most, label, add } = roles[as];
  const replace = (index: number, ...by: Role[]) => onChange(agents.toSpliced(index, 1, ...by));
  return (
    <div className="grid gap-5">
      {agents.map((agent, index) => (
        <fieldset key={agent.key} className="grid gap-3.5 border-line border-l-2 pl-4">
          <legend className="sr-only">{label(index + 1)}</legend>
          <div className="flex items-end gap-2">
            <Field
              className="min-w-0 flex-1"
              label={<AgentMark hue={hueAt(index)}>{label(index + 1)}</AgentMark>}
              name={`${path}.${index}.name`}
            >
              <Input
                value={agent.name}
                autoComplete="off"
                onChange={({ target }) => replace(index, { ...agent, name: target.value })}
              />
            </Field>
            <IconButton
              label={strings.moveUp(agent.name)}
              disabled={index === 0}
              onClick={() =>
                onChange(agents.toSpliced(index - 1, 2, agent, ...agents.slice(index - 1, index)))
              }
            >
              <ArrowUp aria-hidden />
            </IconButton>
            <IconButton
              label={strings.removeAgent(agent.name)}
              disabled={agents.length <= fewest}
              onClick={() => replace(index)}
            >
              <X aria-hidden />
            </IconButton>
          </div>
          <RoleFields
            role={agent}
            path={`${path}.${index}`}
            onChange={(changed) => replace(index, changed)}
          />
        </fieldset>
      ))}
      {agents.length < most ? (
        <div>
          <Button size="sm" onClick={() => onChange([...agents, freshAgent(agents, taken)])}>
            <Plus aria-hidden />
            {add}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
