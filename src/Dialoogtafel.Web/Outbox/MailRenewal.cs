using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Outbox;

/// <summary>
/// Composes mails that wait once more, under the same row, key and Message-ID (decision 0029). What nobody can say anew
/// keeps its bytes.
/// </summary>
public sealed partial class MailRenewal(IEnumerable<IMakesAnew> makers, MailOutbox outbox, ILogger<MailRenewal> log)
{
    /// <summary>Why a mail of a former address stays here, as the team reads it.</summary>
    internal const string NotSent =
        "Het mailadres is veranderd voordat deze mail wegging. Bel deze persoon, of stuur iets nieuws.";

    /// <summary>
    /// What it says now; the bytes that it had when this goes wrong. A mail whose person got another address while it
    /// was under way does not leave: its new link would go to the former one (K-F1).
    /// </summary>
    /// <returns>Whether it may leave.</returns>
    public async Task<bool> RenewAsync(OutgoingMail mail, CancellationToken stop)
    {
        try
        {
            if (await LetterAsync(mail, stop) is not { } letter)
            {
                return true;
            }

            if (letter.To.Email is not { } typed || MailOutbox.Recipient(typed) != mail.Recipient)
            {
                mail.AddressChanged(NotSent);
                return false;
            }

            if (await outbox.ComposeAsync(letter, mail, mail.Recipient, stop) is { } bytes)
            {
                mail.MakeAnew(bytes);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A text that somebody changed since, for example: this mail goes as it was, and the others go too.
            LogKept(mail.Kind, fault.GetType().Name);
        }

        return true;
    }

    /// <summary>
    /// To the address that the person has now, once that is stored; what cannot be said anew does not go there, and is
    /// a call.
    /// </summary>
    public async Task SendElsewhereAsync(OutgoingMail mail, CancellationToken stop)
    {
        try
        {
            if (
                mail.MayBeMadeAnew
                && await LetterAsync(mail, stop) is { To.Email: { } typed } letter
                && MailOutbox.Recipient(typed) is { } address
                && await outbox.ComposeAsync(letter, mail, address, stop) is { } bytes
            )
            {
                mail.MakeAnew(bytes, address);
                return;
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One mail that cannot be composed does not keep the new address from being stored.
            LogKept(mail.Kind, fault.GetType().Name);
        }

        mail.AddressChanged(NotSent);
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
        Message = "A mail that waited ({Kind}) could not be composed anew: {Fault}"
    )]
    private partial void LogKept(string kind, string fault);
}
