using System.Globalization;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Tables;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Tables.Mails;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;

namespace Dialoogtafel.Web.Modules.Tables.Programmes;

/// <summary>
/// The mail with which somebody takes over a table (M-10): the whole programme, nobody's answers or needs.
/// </summary>
public sealed class HandOverDesk(
    ProgrammeReader programmes,
    MailOutbox outbox,
    Installation installation,
    WallClock wall
)
{
    /// <param name="table">With its facts, the reserve already in her new place.</param>
    /// <param name="gone">Whose place she takes.</param>
    public async Task MailAsync(
        Gathering table,
        Person reserve,
        Person? gone,
        StepLead task,
        DateTime now,
        CancellationToken stop
    )
    {
        var settings = await installation.ReadAsync(stop);
        var (steps, _) = await programmes.StepsAsync(table, stop);
        var start = table.StartsAt is { } utc ? wall.Local(utc) : (DateTime?)null;
        await outbox.AddAsync(
            new Letter
            {
                Text = new HandOverMail
                {
                    FirstName = reserve.FirstName,
                    Link = installation.Link(settings, $"bijeenkomsten/{table.Id}/programma"),
                    Gone = gone?.FirstName ?? "",
                    Task = ProgrammeLabels.Of(task),
                    Subject = table.Series!.Subject,
                    Date = start is { } day ? DateOnly.FromDateTime(day) : null,
                    Time = start is { } time ? TimeOnly.FromDateTime(time) : null,
                    Place = table.Location?.OneLine ?? "nog niet bekend",
                    Purpose = table.Purpose,
                    Steps = [.. new Programme(steps, table.Minutes).Steps.Select(item => LineOf(item, start))],
                    Contact = settings.ContactOf(table.ContactPerson),
                    Phone = settings.PhoneOf(table.ContactPerson),
                },
                To = reserve,
                From = table.ContactPerson?.Id == reserve.Id ? null : table.ContactPerson,
                GatheringId = table.Id,
                StaleAt = table.EndsAt,
                Key = string.Create(
                    CultureInfo.InvariantCulture,
                    $"draaiboek:{table.Id}:{reserve.Id}:{now:yyyyMMddHHmmss}"
                ),
            },
            stop
        );
    }

    private static HandOverLine LineOf(TimedStep item, DateTime? start) =>
        new()
        {
            When = start is { } at
                ? at.AddMinutes(item.After).ToString("H.mm", CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"na {item.After} min."),
            Title = item.Step.Title,
            Minutes = item.Step.Minutes,
            How = ProgrammeLabels.Of(item.Step.Form),
            Lead = ProgrammeLabels.Of(item.Step.Lead),
            Instruction = item.Step.Instruction.Replace('\n', ' '),
        };
}
