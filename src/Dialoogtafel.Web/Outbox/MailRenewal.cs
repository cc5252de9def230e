using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Outbox;

/// <summary>
/// Composes mails that wait once more, under the same row, key and Message-ID (decision 0029). What nobody can say anew
/// keeps its bytes.
/// </summary>
public sealed partial class MailRenewal(IEnumerable<IMakesAnew> makers, MailOutbox outbox, ILogger<MailRenewal> log)
{
    /// <summary>What it says now; the bytes that it had when this goes wrong.</summary>
    public async Task RenewAsync(OutgoingMail mail, CancellationToken stop)
    {
        try
        {
            if (
                await LetterAsync(mail, stop) is { } letter
                && await outbox.ComposeAsync(letter, mail, mail.Recipient, stop) is { } bytes
            )
            {
                mail.MakeAnew(bytes);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A text that somebody changed since, for example: this mail goes as it was, and the others go too.
            LogKept(mail.Kind, fault.GetType().Name);
        }
    }

    /// <summary>To the address that the person has now, once that is stored.</summary>
    /// <returns>False when nobody can say it anew: it does not go there.</returns>
    public async Task<bool> SendElsewhereAsync(OutgoingMail mail, CancellationToken stop)
    {
        if (
            !mail.MayBeMadeAnew
            || await LetterAsync(mail, stop) is not { To.Email: { } typed } letter
            || MailOutbox.Recipient(typed) is not { } address
            || await outbox.ComposeAsync(letter, mail, address, stop) is not { } bytes
        )
        {
            return false;
        }

        mail.MakeAnew(bytes, address);
        return true;
    }

    private async Task<Letter?> LetterAsync(OutgoingMail mail, CancellationToken stop)
    {
        foreach (var maker in makers)
        {
            if (await maker.AnewAsync(mail, stop) is { } letter && letter.Text.Kind == mail.Kind)
            {
                return letter;
            }
        }

        return null;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A mail that waited ({Kind}) could not be composed anew and leaves as it was: {Fault}"
    )]
    private partial void LogKept(string kind, string fault);
}
