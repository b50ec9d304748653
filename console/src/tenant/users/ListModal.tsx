// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Alert, Button, FileUpload, Modal, ModalVariant } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sendList } from "../../api/bulk";
import { saveAs } from "../../api/download";
import { number } from "../../i18n/format";
import { useSay } from "../../parts/say";
import { records } from "../../work/csv";
import { ListOutcome } from "./ListOutcome";

type Props = { realm: string; close: () => void };

const ACTIONS = ["require", "release", "reset", "link"] as const;

/** Many users by a list in CSV: says what is in it, sends it once, and shows what became of each line. */
export default function ListModal({ realm, close }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [list, setList] = useState("");
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [result, setResult] = useState<string | null>(null);
  const lines = records(list);
  const counts = ACTIONS.map((action) => ({ action, count: lines.filter((line) => line.action?.trim() === action).length })).filter(({ count }) => count > 0);

  async function send() {
    if (running) return;
    setRunning(true);
    setProblem(null);
    try {
      setResult(await sendList(realm, list));
      await queries.invalidateQueries({ queryKey: ["realm", realm] });
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setRunning(false);
    }
  }
  const buttons = result
    ? [
        <Button key="save" onClick={() => saveAs(new Blob([result], { type: "text/csv" }), `results-${realm}.csv`)}>
          {t("users.list.save")}
        </Button>,
        <Button key="close" variant="link" onClick={close}>
          {t("do.close")}
        </Button>,
      ]
    : [
        <Button key="go" variant={counts.some(({ action }) => action === "reset") ? "danger" : "primary"} isDisabled={lines.length === 0 || running} isLoading={running} onClick={() => void send()}>
          {running ? t("users.list.going") : t("users.list.go", { count: lines.length })}
        </Button>,
        <Button key="cancel" variant="link" isDisabled={running} onClick={close}>
          {t("do.cancel")}
        </Button>,
      ];
  return (
    <Modal isOpen variant={ModalVariant.medium} title={t("users.list.title")} onClose={() => !running && close()} actions={buttons}>
      {result ? (
        <ListOutcome result={result} />
      ) : (
        <>
          <p>{t("users.list.help")}</p>
          <pre className="mfa-example">{"user,action,reason\nalice,require,\nbob@acme.example,reset,Phone lost"}</pre>
          <FileUpload
            id="list"
            type="text"
            value={list}
            filename={name}
            hideDefaultPreview
            isDisabled={running}
            browseButtonText={t("users.list.browse")}
            clearButtonText={t("do.clear")}
            filenamePlaceholder={t("users.list.none")}
            dropzoneProps={{ accept: { "text/csv": [".csv", ".txt"] }, maxSize: 4_194_304 }}
            onFileInputChange={(_event, file) => setName(file.name)}
            onDataChange={(_event, text) => setList(text)}
            onClearClick={() => {
              setName("");
              setList("");
            }}
          />
          {counts.length > 0 && (
            <ul className="mfa-legend">
              {counts.map(({ action, count }) => (
                <li key={action}>
                  <strong>{number(count)}</strong> {t(`users.list.action.${action}`)}
                </li>
              ))}
            </ul>
          )}
          {problem !== null && <Alert component="p" isInline variant="danger" className="mfa-gap-top" title={say(problem)} />}
        </>
      )}
    </Modal>
  );
}
