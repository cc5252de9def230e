using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Outbox;

/// <summary>What became of a mail that was due, at the last look.</summary>
internal enum Verdict
{
    Goes,

    /// <summary>Not wanted any more (dropped), second of the day (put off), or to an address of before.</summary>
    Stays,

    /// <summary>Others may have taken its place, so what was found due may be another now.</summary>
    Replaced,
}

/// <summary>
/// The last look before a mail leaves, in the transaction of its claim: whether it is wanted, whether it is the turn of
/// this person, and whether what it says is still so.
/// </summary>
internal sealed class LastLook(OneADay day, MailRenewal renewal, IEnumerable<ILastLook> looks)
{
    /// <inheritdoc cref="OneADay.CountsFrom"/>
    public DateTime CountsFrom(DateTime now) => day.CountsFrom(now);

    /// <summary>Not interrupted: whatever is claimed is also sent.</summary>
    public async Task<Verdict> AtAsync(DueMail due, DateTime now)
    {
        var mail = due.Mail;
        if ((StillWanted.WhyTooLate(mail, now) ?? MailCatalogue.WhyNot(mail, due.Subject)) is { } reason)
        {
            mail.Drop(reason);
            return Verdict.Stays;
        }

        foreach (var look in looks)
        {
            if (await look.ReplaceAsync(mail, now, CancellationToken.None))
            {
                return Verdict.Replaced;
            }
        }

        if (due.IsSecond && day.PutOff(mail, now))
        {
            return Verdict.Stays;
        }

        return !mail.HasWaited(now) || await renewal.RenewAsync(mail, CancellationToken.None)
            ? Verdict.Goes
            : Verdict.Stays;
    }
}
