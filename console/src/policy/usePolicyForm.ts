// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { save, usePreview, type Layer } from "../api/policy";
import { Problem } from "../api/problem";
import type { Policy, PolicyView } from "../api/types";
import { useDraft } from "../parts/draft";
import { byField, check, type Problems } from "./check";
import { same, withValue, type Value } from "./fields";

export type Question = "changed" | "lockOut" | null;

type Draft = { policy: Policy; tag: string | null };

type About = { realm: string; layer: Layer; view: PolicyView; tag: string | null };

// As long as one types a number.
const PAUSE = 500;

/** One layer of a policy while it is edited. */
export function usePolicyForm({ realm, layer, view, tag }: About) {
  const queries = useQueryClient();
  const stored = (layer === "floor" ? view.floor : view.own) ?? {};
  // Null until something is changed. With the tag of what it is based on: whoever comes back after a login must not
  // save over what others have saved meanwhile.
  const draft = useDraft<Draft | null>(`policy.${realm}.${layer}`, null);
  const [refused, setRefused] = useState<Problems>({});
  const [problem, setProblem] = useState<unknown>(null);
  const [question, setQuestion] = useState<Question>(null);
  const [saving, setSaving] = useState(false);
  const policy = draft.value?.policy ?? stored;
  const base = draft.value ? draft.value.tag : tag;
  const dirty = !same(policy, stored);
  const faults = check(policy);
  const right = Object.keys(faults).length === 0;
  const asked = usePaused(dirty && right ? policy : null);
  const preview = usePreview(realm, layer, asked);
  const answered = asked !== null && same(asked, policy);
  const doubts = answered ? byField([...(preview.data?.refused ?? []), ...Problem.of(preview.error).fields]) : {};
  const problems: Problems = { ...doubts, ...refused, ...faults };

  function change(path: string, value: Value | undefined) {
    setRefused({});
    setProblem(null);
    draft.set({ policy: withValue(policy, path, value), tag: base });
  }

  async function finish(how: { revokeSessions?: boolean; force?: boolean } = {}, withTag = base): Promise<boolean> {
    if (saving) return false;
    setSaving(true);
    setQuestion(null);
    setProblem(null);
    try {
      await save({ realm, layer, policy, tag: withTag, ...how });
      await queries.invalidateQueries({ queryKey: ["realm", realm] });
      draft.drop(null);
      void queries.invalidateQueries({ queryKey: ["me", realm] });
      void queries.invalidateQueries({ queryKey: ["tenants"] });
      return true;
    } catch (thrown) {
      const found = Problem.of(thrown);
      if (found.status === 412) setQuestion("changed");
      else if (found.code === "locks_out_admins") setQuestion("lockOut");
      else setProblem(thrown);
      setRefused(byField(found.fields));
      return false;
    } finally {
      setSaving(false);
    }
  }

  const reset = () => {
    draft.drop(null);
    setRefused({});
    setProblem(null);
    setQuestion(null);
  };
  return { policy, dirty, problems, problem, preview, answered, saving, question, restored: draft.restored && dirty, change, finish, reset, ask: setQuestion };
}

export type PolicyForm = ReturnType<typeof usePolicyForm>;

function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(JSON.parse(text) as T), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
