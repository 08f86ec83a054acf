package publish

import (
	"errors"
	"os"
	"regexp"
	"strings"
)

// secrets are the variables of the environment whose values no message may hold.
var secrets = [...]string{"AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_ACCESS_KEY_ID", "AZURE_STORAGE_KEY", "AZURE_STORAGE_SAS_TOKEN",
	"AZURE_STORAGE_CONNECTION_STRING", "AZURE_CLIENT_SECRET", "GITHUB_TOKEN", "GH_TOKEN", "SSHPASS"}

// userinfo matches the credentials of an address: what stands before the @ in https://editor:word@example.org/.
var userinfo = regexp.MustCompile(`(https?://)[^/@\s]+@`)

// signature matches what signs an address: sig=… of Azure, X-Amz-Signature=… of Amazon.
var signature = regexp.MustCompile(`(?i)((?:sig|X-Amz-[A-Za-z-]+|X-Goog-[A-Za-z-]+)=)[^&\s"]+`)

// scrub takes credentials out of a text.
func scrub(s string) string {
	for _, name := range secrets {
		if v := os.Getenv(name); len(v) > 3 {
			s = strings.ReplaceAll(s, v, "***")
		}
	}
	return signature.ReplaceAllString(userinfo.ReplaceAllString(s, "${1}***@"), "${1}***")
}

// scrubbed is an error whose text had a credential in it. What it wraps can be recognized and is not shown.
type scrubbed struct {
	text string
	err  error
}

func (e scrubbed) Error() string        { return e.text }
func (e scrubbed) Is(target error) bool { return errors.Is(e.err, target) }

// clean returns the error without credentials.
func clean(err error) error {
	if err == nil {
		return nil
	}
	if s := scrub(err.Error()); s != err.Error() {
		return scrubbed{s, err}
	}
	return err
}
