package intake

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"regexp"
	"strings"

	"golang.org/x/net/html/charset"
)

// partsDeep is how many multiparts may lie inside each other.
const partsDeep = 8

// mailHead matches the first line of a mail, whose fields come in any order: "Received: from mx.example (…)"
var mailHead = regexp.MustCompile(`^(?i:received|return-path|delivered-to|from|to|subject|date|message-id|mime-version|content-type|x-[a-z-]+):[ \t]`)

// isMail reports whether the bytes begin as a mail does: with fields, a sender and a date among them.
func isMail(data []byte) bool {
	if !mailHead.Match(data) {
		return false
	}
	m, err := mail.ReadMessage(bytes.NewReader(data))
	return err == nil && m.Header.Get("From") != "" && m.Header.Get("Date") != ""
}

// readMail takes the subject for the headline, the day it was sent for the date, and of the parts the first plain text, or else the first page.
func readMail(data []byte) (Text, error) {
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return Text{}, fmt.Errorf("it is no mail: %w", err)
	}
	t := Text{Form: Mail}
	decoder := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	subject, err := decoder.DecodeHeader(m.Header.Get("Subject"))
	if err != nil {
		subject = m.Header.Get("Subject")
	}
	t.Headline = oneLine(forwarded.ReplaceAllString(oneLine(subject), ""))
	if at, err := m.Header.Date(); err == nil {
		t.Date = at
	}
	var found parts
	if err := found.gather(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body, 0); err != nil {
		return Text{}, err
	}
	if plain := bytes.TrimSpace(found.plain); len(plain) > 0 {
		first, rest, _ := bytes.Cut(plain, []byte("\n"))
		if strings.EqualFold(oneLine(string(first)), t.Headline) {
			plain = bytes.TrimSpace(rest)
		}
		t.Words = plain
		return t, nil
	}
	if found.page == nil {
		return Text{}, errNoWords
	}
	page, err := readPage(found.page, found.pageType)
	if err != nil {
		return Text{}, err
	}
	page.Form = Mail
	if page.Headline == "" {
		page.Headline = t.Headline
	}
	if page.Date.IsZero() {
		page.Date = t.Date
	}
	return page, nil
}

// forwarded matches what mail programs put before a subject: "Fwd: Re: Harbour Ferry Returns"
var forwarded = regexp.MustCompile(`^(?i:(?:fwd?|re|aw|wg):\s*)+`)

// parts are the first plain text of a mail, in UTF-8, and its first page.
type parts struct {
	plain, page []byte
	pageType    string
}

// gather looks through a part, and the parts inside it.
func (p *parts) gather(contentType, encoding string, body io.Reader, deep int) error {
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		kind, params = "text/plain", map[string]string{}
	}
	if strings.HasPrefix(kind, "multipart/") && deep < partsDeep {
		return p.gatherAll(multipart.NewReader(body, params["boundary"]), deep)
	}
	switch {
	case kind == "text/plain" && p.plain == nil:
		data, err := decoded(encoding, body)
		if err != nil {
			return err
		}
		p.plain = data
		if label := params["charset"]; label != "" {
			if r, err := charset.NewReaderLabel(label, bytes.NewReader(data)); err == nil {
				p.plain, err = io.ReadAll(r)
				return err
			}
		}
	case (kind == "text/html" || kind == "application/xhtml+xml") && p.page == nil:
		p.pageType = contentType
		p.page, err = decoded(encoding, body)
		return err
	}
	return nil
}

// gatherAll looks through the parts of a multipart. One that is cut short is taken as far as it goes.
func (p *parts) gatherAll(r *multipart.Reader, deep int) error {
	for {
		part, err := r.NextRawPart()
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("it is no whole mail: %w", err)
		}
		if strings.HasPrefix(part.Header.Get("Content-Disposition"), "attachment") {
			continue
		}
		if err := p.gather(part.Header.Get("Content-Type"), part.Header.Get("Content-Transfer-Encoding"), part, deep+1); err != nil {
			return err
		}
	}
}

// decoded reads a part in its transfer encoding.
func decoded(encoding string, body io.Reader) ([]byte, error) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	data, err := io.ReadAll(body)
	if err != nil && len(data) == 0 {
		return nil, fmt.Errorf("it is no whole mail: %w", err)
	}
	return data, nil
}
