using System.Text.RegularExpressions;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Outbox.Smtp;

namespace Dialoogtafel.Web.Tests.Outbox.Smtp;

/// <summary>
/// What real servers say, one line each: the step, the reply, and whether it is about the address, about now or about
/// us.
/// </summary>
public sealed partial class RefusalsTests
{
    /// <summary>
    /// "step | reply | verdict"; the verdict is address, wait, or the cause, with "?" when it may be the doing of one
    /// server. A line that ends in a backslash goes on in the next.
    /// </summary>
    private const string Facts = """
        # This address. Postfix, Exim, Sendmail, qmail
        rcpt | 550 5.1.1 <anna@voorbeeld.example>: Recipient address rejected: User unknown in virtual mailbox table \
            | address
        rcpt | 550 5.1.1 <anna@voorbeeld.example>: Recipient address rejected: voorbeeld.example | address
        rcpt | 550 5.1.1 <anna@voorbeeld.example>... User unknown | address
        rcpt | 550 5.1.2 <anna@voorbeeld.example>: Recipient address rejected: Domain not found | address
        rcpt | 501 5.1.3 Bad recipient address syntax | address
        rcpt | 550 5.1.6 recipient no longer on server | address
        rcpt | 556 5.1.10 Recipient address has null MX | address
        rcpt | 556 Domain does not accept mail | address
        rcpt | 550 5.4.4 Unable to route: no MX or A record | address
        rcpt | 550 Unrouteable address | address
        rcpt | 550 No such person at this address | address
        rcpt | 550 No Such User Here | address
        rcpt | 550 unknown user | address
        rcpt | 550 sorry, no mailbox here by that name (#5.1.1) | address
        rcpt | 550 #5.1.0 Address rejected. | address
        rcpt | 550 5.1.0 Address rejected | address
        rcpt | 550 Requested action not taken: mailbox unavailable | address
        rcpt | 550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302) | address
        rcpt | 551 User not local; please try <bram@voorbeeld.example> | address
        rcpt | 550 5.6.7 Mailbox name with special letters not accepted | address
        # This address. Gmail, Outlook, Yahoo, Exchange Online
        rcpt | 550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 \
            double-checking the recipient's email address for typos 550 5.1.1 \
            https://support.google.com/mail/?p=NoSuchUser x1 - gsmtp | address
        rcpt | 550 5.2.1 The email account that you tried to reach is disabled. | address
        rcpt | 550 5.2.1 The email account that you tried to reach is inactive. | address
        rcpt | 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup | address
        dot  | 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found | address
        rcpt | 550 5.4.1 Recipient address rejected: Access denied. [AM4PEPF.eurprd83.prod.outlook.com] | address
        rcpt | 550 5.4.310 DNS domain voorbeeld.example does not exist | address
        rcpt | 554 delivery error: dd This user doesn't have a yahoo.com account (anna@voorbeeld.example) [0] | address
        dot  | 550 5.1.1 no such user | address
        # This address. In Dutch
        rcpt | 550 Onbekende gebruiker | address
        rcpt | 550 5.7.1 Dit adres bestaat niet | address

        # Not now
        rcpt | 450 4.2.0 <anna@voorbeeld.example>: Recipient address rejected: Greylisted, see \
            http://postgrey.schweikert.ch/ | wait
        rcpt | 451 4.7.1 Greylisting in action, please come back later | wait
        rcpt | 550 5.7.1 Greylisted, please try again in 300 seconds | wait
        mail | 550 5.7.1 graylisting in effect | wait
        rcpt | 550 4.7.1 Try again later | wait
        rcpt | 554 4.3.0 service is not there for the moment | wait
        rcpt | 452 4.2.2 The email account that you tried to reach is over quota | wait
        rcpt | 552 5.2.2 Mailbox full | wait
        rcpt | 552-5.2.2 The email account that you tried to reach is over quota and 552 5.2.2 inactive. | wait
        dot  | 554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException | wait
        rcpt | 550 5.1.1 <anna@voorbeeld.example>: mailbox is full | wait
        rcpt | 552 Requested mail action aborted: exceeded storage allocation | wait
        rcpt | 550 5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional \
            messages | wait
        rcpt | 450 4.2.1 The user you are trying to contact is receiving mail too quickly | wait
        rcpt | 550 5.2.121 RESOLVER.RST.RecipientsPerHour; The recipient's per hour message receive limit for this \
            sender has been exceeded | wait
        rcpt | 552 5.2.3 Message length exceeds administrative limit | wait
        dot  | 552 5.3.4 Message size exceeds fixed limit | wait
        dot  | 554 5.4.6 Too many hops | wait
        dot  | 554 5.4.14 Hop count exceeded - possible mail loop | wait
        rcpt | 550 5.4.7 Delivery time expired | wait
        rcpt | 550 5.4.312 Message expired, DNS query failed | wait
        mail | 452 4.3.1 Insufficient system storage | wait
        mail | 554 5.3.2 System not accepting network messages, try again later | wait
        greet | 421 4.3.2 Service not available | wait
        greet | 451 4.7.650 The mail server has been temporarily rate limited | wait
        auth | 454 4.7.0 Temporary authentication failure | wait
        rcpt | 451 Requested action aborted: mails per session limit | wait
        rcpt | 550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required | wait
        rcpt | 550 5.7.1 RESOLVER.RST.AuthRequired; authentication required | wait
        rcpt | 550 5.7.1 You are not authorized to send to this recipient | wait
        rcpt | 550 5.7.1 Message blocked by recipient | wait
        rcpt | 503 5.5.1 bad sequence of commands | wait
        # Undecided words: not now
        rcpt | 550 no | wait
        rcpt | 550 | wait
        rcpt | 553 sorry | wait
        rcpt | 554 Transaction failed | wait
        dot  | 554 Transaction failed | wait
        dot  | 550 Requested action not taken: mailbox unavailable | wait
        rcpt | 550 5.0.0 | wait
        rcpt | 550 5.1.99 what | wait
        dot  | 550 refused 1.5.1.1 | wait
        dot  | 554 5.6.0 message content cannot be converted | wait

        # About us: the limit of the account. cPanel and Dutch hosters with it, Gmail, Microsoft, others
        dot  | 550 Domain tafel.example has exceeded the max emails per hour (150/150 (100%)) allowed. Message \
            discarded. | Quota
        rcpt | 550 "Domain tafel.example has exceeded the max defers and failures per hour (5/5 (100%)) allowed. \
            Message discarded." | Quota
        rcpt | 550 5.4.5 Daily user sending limit exceeded. | Quota
        mail | 550-5.4.5 Daily user sending limit exceeded. For more information on Gmail 550 5.4.5 sending limits go \
            to https://support.google.com | Quota
        dot  | 550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients | \
            Quota
        dot  | 554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; Failed to process message | \
            Quota
        mail | 450 4.7.1 You have exceeded your hourly sending limit | Quota
        dot  | 450 4.7.1 <END-OF-MESSAGE>: End-of-data rejected: Number messages per hour exceeded. Error:RATE_MSG | \
            Quota
        mail | 421 4.7.0 Daily sending quota exceeded, closing | Quota
        dot  | 452 4.5.3 Daily limit of 500 messages reached | Quota
        mail | 550 User tafel@tafel.example has exceeded its 24-hour sending limit. Messages to 25 recipients out of \
            25 | Quota
        dot  | 552 Message would take you over your relay quota of 500 Current quota used: 487 | Quota
        dot  | 550 send spam mail rejected: exceeded hour limit | Quota
        rcpt | 550 User has exceeded outgoing email quota | Quota
        rcpt | 550 Verzendlimiet bereikt | Quota
        mail | 552 5.2.2 The email account is over quota | Quota
        dot  | 550 5.7.705 Access denied, tenant has exceeded threshold | Quota
        # About us: the sender
        mail | 550 5.7.60 SMTP; Client does not have permissions to send as this sender | Sender
        dot  | 554 5.7.60 SMTP; Client does not have permissions to send as this sender | Sender
        dot  | 554 5.2.252 SendAsDenied; tafel@tafel.example not allowed to send as anders@tafel.example | Sender
        rcpt | 553 5.7.1 <tafel@tafel.example>: Sender address rejected: not owned by user site | Sender
        rcpt | 550 5.1.8 <tafel@tafel.example>: Sender address rejected: Domain not found | Sender
        dot  | 550 5.1.8 Access denied, bad outbound sender | Sender
        mail | 501 5.1.7 Bad sender address syntax | Sender
        mail | 553 5.1.8 Domain of sender address tafel@tafel.example does not exist | Sender
        mail | 550 5.1.1 unknown user | Sender
        mail | 550 no | Sender
        mail | 550 Requested action not taken: mailbox unavailable | Sender
        rcpt | 550-Verification failed for <tafel@tafel.example> 550-No such user here 550 Sender verify failed | Sender
        rcpt | 550 5.7.27 Sender address has null MX | Sender
        rcpt | 554 5.7.1 <tafel@tafel.example>: Sender address rejected: Access denied | Sender?
        # About us: the sign-in, and passing mail on
        auth | 535 5.7.8 Error: authentication failed: | SignIn
        auth | 535-5.7.8 Username and Password not accepted. | SignIn
        auth | 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant | SignIn
        auth | 534-5.7.9 Application-specific password required. | SignIn
        auth | 550 5.7.30 Basic authentication is not supported for Client Submission. | SignIn
        auth | 454 4.7.0 Too many login attempts, please try again later | SignIn
        auth | 500 what | SignIn
        mail | 530 5.7.0 Must issue a STARTTLS command first | SignIn
        mail | 530 5.7.57 Client was not authenticated to send anonymous mail during MAIL FROM | SignIn
        rcpt | 530 5.7.1 Authentication required | SignIn
        rcpt | 554 5.7.1 <anna@voorbeeld.example>: Relay access denied | SignIn
        rcpt | 550 5.7.1 <anna@voorbeeld.example>... Relaying denied | SignIn
        rcpt | 550 relay not permitted | SignIn
        rcpt | 550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain | SignIn
        rcpt | 553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1) | SignIn
        rcpt | 554 Your account has been suspended | SignIn
        # About us: who can see that it is ours
        dot  | 550-5.7.26 This mail has been blocked because the sender is unauthenticated. 550 5.7.26 Gmail requires \
            all senders to authenticate with either SPF or DKIM. | Proof?
        dot  | 550 5.7.26 Unauthenticated email from tafel.example is not accepted due to domain's DMARC policy. | \
            Proof?
        dot  | 550 5.7.23 SPF validation failed | Proof?
        mail | 550 5.7.23 SPF validation failed | Proof
        rcpt | 550 5.7.25 Reverse DNS validation failed | Proof?
        dot  | 550 5.7.509 Access denied, sending domain does not pass DMARC verification | Proof?
        dot  | 550 5.7.515 Access denied, sending domain does not meet the required authentication level | Proof?
        dot  | 550 5.7.1 Rejected: no DKIM signature | Proof?
        greet | 554 5.7.1 No PTR record for your address | Proof
        # About us: kept out
        greet | 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org | Blocked
        greet | 554 No SMTP service here | Blocked
        greet | 550 bad HELO | Blocked
        rcpt | 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org | Blocked?
        rcpt | 550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service \
            provider since part of their network is on our block list (S3140). | Blocked?
        rcpt | 550 5.7.606 Access denied, banned sending IP [192.0.2.1] | Blocked?
        rcpt | 550 OU-002 Mail rejected by Windows Live Hotmail for policy reasons. | Blocked?
        dot  | 554 5.7.1 Spam message rejected | Blocked?
        dot  | 550 5.7.1 no | Blocked?
        rcpt | 550 5.7.0 no | Blocked?
        dot  | 550 High probability of spam | Blocked?
        dot  | 550 5.7.708 Access denied, traffic not accepted from this IP | Blocked
        """;

    private static IEnumerable<string> All =>
        JoinedLine()
            .Replace(Facts, " ")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'));

    public static TheoryData<string> Lines() => new(All);

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_reply_is_about_the_address_about_now_or_about_us(string line)
    {
        var (step, reply, verdict) = line.Split('|', StringSplitOptions.TrimEntries) is [var one, var two, var three]
            ? (one, two, three)
            : throw new FormatException(line);
        var at = step switch
        {
            "greet" => SmtpMoment.Greeting,
            "auth" => SmtpMoment.SignIn,
            "mail" => SmtpMoment.Sender,
            "rcpt" => SmtpMoment.Recipient,
            _ => SmtpMoment.Content,
        };

        var means = Refusals.Read(
            at,
            int.Parse(reply[..3], System.Globalization.CultureInfo.InvariantCulture),
            reply[3..].TrimStart(' ', '-')
        );

        Assert.Equal(
            verdict,
            means.Outcome switch
            {
                SendOutcome.Refused => "address",
                SendOutcome.TryAgain => "wait",
                _ => means.Cause + (means.IsCertain ? "" : "?"),
            }
        );
    }

    [Fact]
    public void What_stands_in_an_address_decides_nothing() =>
        Assert.Equal(
            Refusal.NotNow,
            Refusals.Read(SmtpMoment.Recipient, 550, "<spf.blocked.spam@user-unknown.example>: no")
        );

    [Fact]
    public void Before_the_recipient_is_named_no_reply_is_about_an_address()
    {
        foreach (var line in All.Select(line => line.Split('|', StringSplitOptions.TrimEntries)))
        {
            foreach (var at in new[] { SmtpMoment.Greeting, SmtpMoment.SignIn, SmtpMoment.Sender })
            {
                var means = Refusals.Read(
                    at,
                    int.Parse(line[1][..3], System.Globalization.CultureInfo.InvariantCulture),
                    line[1][3..].TrimStart(' ', '-')
                );
                Assert.NotEqual(SendOutcome.Refused, means.Outcome);
                Assert.Equal(means.Cause is not null, means.IsCertain);
            }
        }
    }

    [Fact]
    public void Every_line_of_the_table_can_be_read_and_names_its_source() => Assert.All(RefusalTable.Codes, row =>
        {
            Assert.Matches(@"^(\d{3}|5\.\d{1,3}\.\d{1,3})(-\d{1,3})?$", row.Code);
            Assert.Matches("RFC|IANA|Microsoft|Exchange", row.Source);
        });

    [GeneratedRegex(@" \\\s+")]
    private static partial Regex JoinedLine();
}
