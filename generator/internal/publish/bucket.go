package publish

import (
	"context"
	"crypto/md5"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"strings"

	"cloud.google.com/go/storage"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/smithy-go/logging"
	"gocloud.dev/blob"
	"gocloud.dev/blob/azureblob"
	"gocloud.dev/blob/gcsblob"
	"gocloud.dev/blob/s3blob"
	"gocloud.dev/gcerrors"
	"gocloud.dev/gcp"
	"golang.org/x/oauth2"
	"google.golang.org/api/googleapi"

	"copydesk/generator/internal/release"
)

// bucket is a store in S3 and what speaks like it, Google Cloud Storage or Azure.
type bucket struct {
	b    *blob.Bucket
	name string // of the bucket alone
	c    Config
}

// openBucket opens the bucket that the target names. Nothing is asked of it yet.
func openBucket(ctx context.Context, c Config) (store, error) {
	name, prefix, _ := strings.Cut(strings.Trim(c.S3+c.GCS+c.Azure, "/"), "/")
	if name == "" {
		return nil, fmt.Errorf("%s names no bucket", c.Name)
	}
	var b *blob.Bucket
	var err error
	switch {
	case c.S3 != "":
		b, err = openS3(ctx, c, name)
	case c.GCS != "":
		b, err = openGCS(ctx, name)
	default:
		b, err = openAzure(ctx, c, name)
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w; %s", c.Place(), oneLine(err), c.credentials())
	}
	if prefix != "" {
		b = blob.PrefixedBucket(b, prefix+"/")
	}
	return &bucket{b, name, c}, nil
}

// openS3 opens a bucket in S3. What fails is tried again by retry, so the client does not.
func openS3(ctx context.Context, c Config, name string) (*blob.Bucket, error) {
	settings, err := config.LoadDefaultConfig(ctx, config.WithLogger(logging.Nop{}), config.WithRegion(c.s3Region()))
	if err != nil {
		return nil, err
	}
	client := s3.NewFromConfig(settings, func(o *s3.Options) {
		o.Retryer = aws.NopRetryer{}
		if c.Endpoint != "" { // may know neither names of buckets in host names nor Amazon's newer sums
			o.BaseEndpoint, o.UsePathStyle = &c.Endpoint, true
			o.RequestChecksumCalculation = aws.RequestChecksumCalculationWhenRequired
			o.ResponseChecksumValidation = aws.ResponseChecksumValidationWhenRequired
		}
	})
	return s3blob.OpenBucket(ctx, client, name, &s3blob.Options{RequestChecksumCalculation: client.Options().RequestChecksumCalculation})
}

// s3Region returns where the bucket is; "" leaves it to the environment.
func (c Config) s3Region() string {
	if c.Region == "" && c.Endpoint != "" && os.Getenv("AWS_REGION") == "" && os.Getenv("AWS_DEFAULT_REGION") == "" {
		return "us-east-1" // what is not Amazon's asks for none, and the client for some
	}
	return c.Region
}

// openGCS opens a bucket in Google Cloud Storage, or in what STORAGE_EMULATOR_HOST names. What fails is tried again by retry, so the client does
// not: it would go on for ever.
func openGCS(ctx context.Context, name string) (*blob.Bucket, error) {
	var tokens gcp.TokenSource
	if os.Getenv("STORAGE_EMULATOR_HOST") == "" {
		credentials, err := gcp.DefaultCredentials(ctx)
		if err != nil {
			return nil, err
		}
		tokens = gcp.CredentialsTokenSource(credentials)
	} else {
		tokens = oauth2.StaticTokenSource(&oauth2.Token{})
	}
	client, err := gcp.NewHTTPClient(gcp.DefaultTransport(), tokens)
	if err != nil {
		return nil, err
	}
	b, err := gcsblob.OpenBucket(ctx, client, name, nil)
	if err != nil {
		return nil, err
	}
	var inner *storage.Client
	if b.As(&inner) {
		inner.SetRetry(storage.WithMaxAttempts(1))
	}
	return b, nil
}

// openAzure opens a container in Azure Blob Storage.
func openAzure(ctx context.Context, c Config, name string) (*blob.Bucket, error) {
	o := azureblob.NewDefaultServiceURLOptions()
	if c.Account != "" {
		o.AccountName = c.Account
	}
	opener := azureblob.URLOpener{MakeClient: azureblob.NewDefaultClient, ServiceURLOptions: *o}
	return opener.OpenBucketURL(ctx, &url.URL{Scheme: azureblob.Scheme, Host: name})
}

// credentials says where the provider looks for credentials.
func (c Config) credentials() string {
	switch {
	case c.S3 != "":
		return "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, to those of this account"
	case c.GCS != "":
		return "run 'gcloud auth application-default login', or set GOOGLE_APPLICATION_CREDENTIALS to the file of a key"
	}
	return "set AZURE_STORAGE_ACCOUNT and AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN, or run 'az login'"
}

func (s *bucket) close() error { return s.b.Close() }

func (s *bucket) list(ctx context.Context, do func(object)) error {
	it := s.b.List(nil)
	for {
		o, err := it.Next(ctx)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return s.explain("list", err)
		}
		if !strings.HasPrefix(o.Key, release.Folder+"/") {
			do(object{o.Key, o.Size, o.MD5})
		}
	}
}

func (s *bucket) read(ctx context.Context, path string) ([]byte, error) {
	b, err := s.b.ReadAll(ctx, path)
	return b, s.explain("read", err)
}

func (s *bucket) write(ctx context.Context, path string, data []byte, h release.Head, fresh bool) error {
	sum := md5.Sum(data)
	err := s.b.WriteAll(ctx, path, data, &blob.WriterOptions{ContentType: h.ContentType, CacheControl: h.CacheControl,
		ContentEncoding: h.ContentEncoding, ContentMD5: sum[:], IfNotExist: fresh})
	if fresh && gcerrors.Code(err) == gcerrors.FailedPrecondition {
		return fmt.Errorf("%s: %w", path, fs.ErrExist)
	}
	return s.explain("write", err)
}

func (s *bucket) remove(ctx context.Context, path string) error {
	if err := s.explain("remove from", s.b.Delete(ctx, path)); !missing(err) {
		return err
	}
	return nil
}

// refused are the codes by which S3 and Azure refuse credentials.
var refused = [...]string{"InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken", "AuthenticationFailed", "AuthorizationFailure", "InvalidAuthenticationInfo",
	"failed to refresh cached credentials", "could not find default credentials", "DefaultAzureCredential", "401"}

// explain says in one line what is wrong and what to do; err may be nil.
func (s *bucket) explain(verb string, err error) error {
	if err == nil {
		return nil
	}
	code, text := "", err.Error()
	var coded interface{ ErrorCode() string }
	if errors.As(err, &coded) {
		code = coded.ErrorCode()
	}
	place := s.c.Place()
	for _, r := range refused {
		if code == r || strings.Contains(text, r) && code == "" {
			return final{fmt.Errorf("%s refused the credentials (%s); %s", place, r, s.c.credentials())}
		}
	}
	switch kindOf(err) {
	case gcerrors.NotFound:
		if code == "NoSuchBucket" || strings.Contains(text, "ContainerNotFound") || strings.Contains(text, "bucket does") || strings.Contains(text, "no such host") {
			return final{fmt.Errorf("there is no bucket %s at %s; make it, or mend [params.copydesk.targets.%s] in hugo.toml", s.name, place, s.c.Name)}
		}
		return fmt.Errorf("%s: %w", place, fs.ErrNotExist)
	case gcerrors.PermissionDenied:
		return final{fmt.Errorf("%s does not let these credentials %s it; give them the right to list, read, write and remove objects, or use others: %s",
			place, verb, s.c.credentials())}
	case gcerrors.InvalidArgument:
		return final{fmt.Errorf("%s: %w", place, oneLine(err))}
	}
	return fmt.Errorf("%s %s: %w", verb, place, oneLine(err))
}

// kindOf returns the kind of an error. What Google forbids is not missing, as gocloud.dev has it.
func kindOf(err error) gcerrors.ErrorCode {
	var google *googleapi.Error
	if errors.As(err, &google) && google.Code == http.StatusForbidden {
		return gcerrors.PermissionDenied
	}
	return gcerrors.Code(err)
}

// oneLine returns the error with its text on one line of fair length.
func oneLine(err error) error {
	text := strings.Join(strings.Fields(err.Error()), " ")
	if len(text) > said {
		text = strings.ToValidUTF8(text[:said], "") + "…"
	}
	return scrubbed{text, err}
}
