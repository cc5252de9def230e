using System.Globalization;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Data.Schema;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Hosting;

/// <summary>
/// What must be right before the first request: settings, templates, schema, the rows of a fresh installation, mail
/// left by a crash.
/// </summary>
public static class Startup
{
    /// <exception cref="InvalidOperationException">A setting is wrong; the message is Dutch and names it.</exception>
    public static void Check(InstallationOptions options)
    {
        Require(
            TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _),
            "TimeZone",
            "is geen bekende tijdzone, zoals Europe/Amsterdam"
        );
        Require(options.RecallSeconds is >= 0 and <= 3600, "RecallSeconds", "moet tussen 0 en 3600 liggen");
        Require(options.MailBytesDays is >= 1 and <= 365, "MailBytesDays", "moet tussen 1 en 365 liggen");
        Require(options.MailLogMonths is >= 1 and <= 120, "MailLogMonths", "moet tussen 1 en 120 liggen");
        Require(options.NoteMonths is >= 1 and <= 24, "NoteMonths", "moet tussen 1 en 24 liggen");
        Require(options.ReminderWorkingDays is >= 1 and <= 30, "ReminderWorkingDays", "moet tussen 1 en 30 liggen");
        Require(options.QuietFrom != options.QuietUntil, "QuietUntil", "moet een andere tijd zijn dan QuietFrom");
        Require(
            !options.Quiet.CoversTime(options.ReminderAt),
            "ReminderAt",
            "mag niet in de stille uren vallen (QuietFrom tot QuietUntil)"
        );
        Require(options.ReadLogMonths is >= 1 and <= 120, "ReadLogMonths", "moet tussen 1 en 120 liggen");
        Require(options.ReportMonths is >= 1 and <= 120, "ReportMonths", "moet tussen 1 en 120 liggen");
        Require(options.AnswerMonths is >= 1 and <= 60, "AnswerMonths", "moet tussen 1 en 60 liggen");
        Require(options.NeedsDays is >= 1 and <= 90, "NeedsDays", "moet tussen 1 en 90 liggen");
        Require(options.PersonMonths is >= 1 and <= 60, "PersonMonths", "moet tussen 1 en 60 liggen");
        Require(
            options.BaseAddress is null || SendingRule.ReachOf(options.BaseAddress) != AddressReach.NotSafe,
            "BaseAddress",
            "moet met https:// beginnen"
        );
        Require(options.Smtp.Port is > 0 and < 65536, "Smtp:Port", "moet tussen 1 en 65535 liggen");
        Require(
            options.Smtp.Host is null || options.Smtp.From?.Contains('@', StringComparison.Ordinal) == true,
            "Smtp:From",
            "moet een mailadres zijn als Smtp:Host is ingevuld"
        );
        Require(
            options.Smtp.From is null || MailAddress.Passes(options.Smtp.From),
            "Smtp:From",
            $"klopt niet. {MailAddress.ProblemOf(options.Smtp.From ?? "")?.TrimEnd('.')}"
        );
        Require(
            options.Smtp.PasswordFile is null || File.Exists(options.Smtp.PasswordFile),
            "Smtp:PasswordFile",
            "is geen bestand dat bestaat"
        );
        if (options.Smtp.PasswordFile is { } file)
        {
            options.Smtp.Password = File.ReadAllText(file).Trim();
        }
    }

    /// <summary>Opens the database, newest schema first, and makes it ready for use.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken stop = default)
    {
        services.GetRequiredService<DataFolderLock>().Take();
        SchemaRunner.Update(services.GetRequiredService<InstallationOptions>().DatabaseFile);
        // Beside the rest of the start, which waits for the disk and for one core; it ends the start all the same.
        var note = Path.Combine(services.GetRequiredService<InstallationOptions>().DataFolder, "emailtemplates.ok");
        var templates = Task.Run(() => services.GetRequiredService<MailTemplates>().EnsureUsable(note), stop);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        await db.Database.OpenConnectionAsync(stop);
        SqliteRules.Verify(db.Database.GetDbConnection());
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await FillAsync(db, now, stop);
        await StoredAddresses.CheckAsync(db, now, stop);
        await ActivatorUtilities.CreateInstance<MailUpkeep>(scope.ServiceProvider).AfterCrashAsync(stop);
        // Somebody may have changed the server in the file.
        await scope.ServiceProvider.GetRequiredService<PauseDesk>().TryNowAsync(now, stop);
        await templates;
    }

    private static async Task FillAsync(DialoogtafelDb db, DateTime now, CancellationToken stop)
    {
        if (await db.Installation.AnyAsync(stop))
        {
            return;
        }

        db.Installation.Add(new InstallationSettings { CreatedAt = now });
        db.GatheringKinds.Add(GatheringKind.DialogueTable());
        db.LifeDomains.AddRange(LifeDomainDefaults.All());
        await db.SaveChangesAsync(stop);
    }

    private static void Require(bool met, string setting, string problem)
    {
        if (!met)
        {
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Instelling {InstallationOptions.Section}:{setting} {problem}."
                )
            );
        }
    }
}
