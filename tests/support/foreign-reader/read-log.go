// Reads our checkpoints and proofs with the code of Go's own checksum database, golang.org/x/mod/sumdb: a reader that knows
// nothing of us. One question a line on stdin, as JSON; one answer a line: "yes", or why not.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type question struct {
	Keys []string `json:"keys"`
	Note string   `json:"note"`
	// Of a note that is a checkpoint; each is left out when nothing is asked about it.
	Record *struct {
		Index int64    `json:"index"`
		Body  string   `json:"body"`
		Proof []string `json:"proof"`
	} `json:"record"`
	Older *struct {
		Size  int64    `json:"size"`
		Root  string   `json:"root"`
		Proof []string `json:"proof"`
	} `json:"older"`
	// How many of the keys have to have signed; one when it is left out.
	Signatures int `json:"signatures"`
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var q question
		err := json.Unmarshal(in.Bytes(), &q)
		if err == nil {
			err = answer(q)
		}
		if err == nil {
			fmt.Println("yes")
		} else {
			fmt.Println(strings.ReplaceAll(err.Error(), "\n", " "))
		}
	}
}

func answer(q question) error {
	var known []note.Verifier
	for _, key := range q.Keys {
		verifier, err := note.NewVerifier(key)
		if err != nil {
			return err
		}
		known = append(known, verifier)
	}
	opened, err := note.Open([]byte(q.Note), note.VerifierList(known...))
	if err != nil {
		return err
	}
	if len(opened.Sigs) < q.Signatures {
		return errors.New("too few signatures")
	}
	if q.Record == nil && q.Older == nil {
		return nil
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 {
		return errors.New("no checkpoint")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return err
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return err
	}
	if q.Record != nil {
		proof, err := hashes(q.Record.Proof)
		if err != nil {
			return err
		}
		record := tlog.RecordHash([]byte(q.Record.Body))
		if err := tlog.CheckRecord(proof, size, root, q.Record.Index, record); err != nil {
			return err
		}
	}
	if q.Older != nil {
		proof, err := hashes(q.Older.Proof)
		if err != nil {
			return err
		}
		older, err := tlog.ParseHash(q.Older.Root)
		if err != nil {
			return err
		}
		return tlog.CheckTree(proof, size, root, q.Older.Size, older)
	}
	return nil
}

func hashes(texts []string) ([]tlog.Hash, error) {
	var all []tlog.Hash
	for _, text := range texts {
		bytes, err := base64.StdEncoding.DecodeString(text)
		if err != nil || len(bytes) != tlog.HashSize {
			return nil, errors.New("no hash: " + text)
		}
		var hash tlog.Hash
		copy(hash[:], bytes)
		all = append(all, hash)
	}
	return all, nil
}
