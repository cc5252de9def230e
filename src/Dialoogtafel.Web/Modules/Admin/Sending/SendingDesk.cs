using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Admin.Mails;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Admin.Sending;

/// <summary>
/// Keeps the mail settings and their test mail (S45). Nothing is saved here: the controller saves once.
/// </summary>
public sealed class SendingDesk(
    DialoogtafelDb db,
    MailOutbox outbox,
    Installation installation,
    InstallationOptions options,
    LocalAddress local,
    FieldCipher cipher,
    TimeProvider clock
)
{
    /// <summary>
    /// How long the page waits for a test mail that was asked a moment ago, so that one look is mostly enough.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Takes over what was typed. Another server, sender or address in the links switches sending off until a new test.
    /// </summary>
    /// <returns>True when one of these is another.</returns>
    public bool Apply(SendingForm form, InstallationSettings row)
    {
        var before = Decisive(row);
        if (installation.ServerIsFixed)
        {
            (row.Route, row.SmtpHost, row.SmtpPort, row.SmtpSecurity, row.SmtpUser) = (
                MailRoute.Smtp,
                options.Smtp.Host!,
                options.Smtp.Port,
                options.Smtp.Security,
                options.Smtp.User ?? ""
            );
            row.SmtpPassword = null;
        }
        else
        {
            row.Route = form.Route!.Value;
            if (row.Route == MailRoute.Smtp)
            {
                TakeServer(form, row);
            }
        }

        row.MailFrom = options.Smtp.From ?? form.From!;
        if (!installation.AddressIsFixed)
        {
            var address = form.BaseAddress!.Trim().TrimEnd('/');
            row.BaseAddress = address == local.Value ? null : address;
        }

        row.AllowList = form.AllowList ?? "";
        if (Decisive(row) == before)
        {
            return false;
        }

        row.SendingOnAt = null;
        return true;
    }

    /// <summary>A test mail to this person, in place of any that still waits.</summary>
    public async Task TestAsync(Person me, InstallationSettings row, DateTime now, CancellationToken stop)
    {
        var waiting = await db
            .Mails.Where(mail => mail.Kind == TestMail.Name && mail.State == MailState.Queued)
            .ToListAsync(stop);
        waiting.ForEach(mail => mail.Drop("Er is een nieuwe testmail."));
        row.TestMailSentAt = now;
        await outbox.AddAsync(
            new Letter
            {
                Text = new TestMail
                {
                    FirstName = me.FirstName,
                    Link = installation.Link(row, "beheer/versturen"),
                    From = installation.From(row),
                    ReplyTo = me.Email,
                },
                To = me,
                From = me,
                Key = $"{TestMail.Name}:{me.Id}:{Guid.CreateVersion7(clock.GetUtcNow()):N}",
                StaleAt = now.AddHours(1),
            },
            stop
        );
    }

    /// <summary>The newest test mail to this person with the present settings; null when there is none.</summary>
    public async Task<OutgoingMail?> NewestTestAsync(Person me, InstallationSettings row, CancellationToken stop) =>
        row.TestMailSentAt is not { } since
            ? null
            : await db
                .Mails.AsNoTracking()
                .Where(mail => mail.Kind == TestMail.Name && mail.PersonId == me.Id && mail.QueuedAt >= since)
                .OrderByDescending(mail => mail.QueuedAt)
                .FirstOrDefaultAsync(stop);

    /// <summary>As <see cref="NewestTestAsync"/>; looks a few times more while it has just been asked.</summary>
    public async Task<TestState?> LookAsync(Person me, InstallationSettings row, CancellationToken stop)
    {
        var mail = await NewestTestAsync(me, row, stop);
        var began = clock.GetTimestamp();
        while (
            mail is not null
            && TestState.Of(mail).UnderWay
            && clock.GetUtcNow().UtcDateTime - mail.QueuedAt < Patience * 2
            && clock.GetElapsedTime(began) < Patience
        )
        {
            await Task.Delay(LooksEvery, stop);
            mail = await NewestTestAsync(me, row, stop);
        }

        return mail is null ? null : TestState.Of(mail);
    }

    public SendingFacts Facts(InstallationSettings row)
    {
        var server = installation.Server(row, cipher);
        return new SendingFacts
        {
            Demo = options.Demo,
            ServerIsFixed = installation.ServerIsFixed,
            FromIsFixed = installation.FromIsFixed,
            AddressIsFixed = installation.AddressIsFixed,
            Server = server?.ToString() ?? "",
            From = installation.From(row),
            Address = installation.BaseAddress(row),
            Reach = SendingRule.ReachOf(installation.BaseAddress(row)),
            HasPassword = row.SmtpPassword is not null,
            On = installation.IsConfirmed(row),
            ToFolder = server is null,
            SenderProblem = installation.SenderProblem(row),
        };
    }

    private void TakeServer(SendingForm form, InstallationSettings row)
    {
        (row.SmtpHost, row.SmtpPort, row.SmtpSecurity, row.SmtpUser) = (
            form.Host!.Trim(),
            form.Port!.Value,
            form.Security!.Value,
            form.SignInName
        );
        if (!string.IsNullOrEmpty(form.Password))
        {
            row.SmtpPassword = cipher.Seal(form.Password);
        }
        else if (row.SmtpUser.Length == 0)
        {
            row.SmtpPassword = null;
        }
    }

    private static (MailRoute, string, int, SmtpSecurity, string, SealedText?, string, string?) Decisive(
        InstallationSettings row
    ) =>
        (
            row.Route,
            row.SmtpHost,
            row.SmtpPort,
            row.SmtpSecurity,
            row.SmtpUser,
            row.SmtpPassword,
            row.MailFrom,
            row.BaseAddress
        );
}
