using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Newsletter.Mails;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter.Subscribe;

/// <summary>
/// Signing up for the news by address. Whether somebody is known by it is not looked at before its owner has said yes,
/// so neither the page nor its time tells (S09).
/// </summary>
public sealed class KeepInformedDesk(
    DialoogtafelDb db,
    Subscriptions subscriptions,
    MailOutbox outbox,
    Installation installation
)
{
    /// <summary>
    /// Mails to one address within <see cref="Window"/>; more are not sent, and the page says the same.
    /// </summary>
    public const int MostMails = 3;

    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Stores the request and mails the address.</summary>
    public async Task AskAsync(
        KeepInformedForm form,
        PublicProjectLine project,
        string language,
        DateTime now,
        CancellationToken stop
    )
    {
        var address = form.Address!;
        var since = now - Window;
        await using var write = await db.BeginWriteAsync(stop);
        if (
            await db.SubscriptionRequests.CountAsync(item => item.Email == address && item.AskedAt > since, stop)
            >= MostMails
        )
        {
            return;
        }

        var token = SignInSecrets.NewToken();
        var request = new SubscriptionRequest
        {
            ProjectId = project.Id,
            TokenHash = SignInSecrets.Hash(token),
            FirstName = form.FirstName!.Trim(),
            LastName = form.LastName?.Trim() ?? "",
            Email = address,
            Language = language,
            AskedAt = now,
        };
        db.SubscriptionRequests.Add(request);
        var settings = await installation.ReadAsync(stop);
        await outbox.AddAsync(
            new Letter
            {
                Text = new AskNewsMail
                {
                    FirstName = request.FirstName,
                    Project = project.Name,
                    Link = installation.Link(settings, $"op-de-hoogte/{token}"),
                    Contact = settings.OrganisationName,
                    Phone = settings.Phone,
                },
                To = new Person
                {
                    FirstName = request.FirstName,
                    LastName = request.LastName,
                    Email = address,
                    Language = language,
                },
                Key = AskNewsMail.KeyOf(request),
                StaleAt = now + SubscriptionRequest.Lifetime,
                Unlisted = true,
            },
            stop
        );
        await write.SaveAsync(stop);
    }

    /// <summary>Null for a token that opens nothing.</summary>
    public async Task<SayYesPage?> FindAsync(string token, DateTime now, CancellationToken stop)
    {
        var request = await OpenAsync(token, now, stop);
        var project = request is null
            ? null
            : await db.Projects.AsNoTracking().SingleAsync(item => item.Id == request.ProjectId, stop);
        return request is null
            ? null
            : new SayYesPage(
                token,
                request.FirstName,
                project!.Name,
                request.ConfirmedAt is not null,
                new SayYesForm()
            );
    }

    /// <summary>
    /// The owner of the address says yes: now the person is found by address and first name, or made.
    /// </summary>
    /// <returns>False for a token that opens nothing.</returns>
    public async Task<bool> ConfirmAsync(string token, DateTime now, CancellationToken stop)
    {
        await using var write = await db.BeginWriteAsync(stop);
        var request = await OpenAsync(token, now, stop);
        if (request is not { ConfirmedAt: null })
        {
            return request is not null;
        }

        var person = await PersonAsync(request, now, stop);
        await db.SaveChangesAsync(stop);
        var project = await db.Projects.SingleAsync(item => item.Id == request.ProjectId, stop);
        await subscriptions.StartAsync(person, project, "vroeg op de site om nieuws", now, stop);
        request.Confirm(person.Id, now);
        await write.SaveAsync(stop);
        return true;
    }

    private async Task<SubscriptionRequest?> OpenAsync(string token, DateTime now, CancellationToken stop)
    {
        var hash = SignInSecrets.Hash(token);
        var request = await db.SubscriptionRequests.SingleOrDefaultAsync(item => item.TokenHash == hash, stop);
        return request?.IsOpen(now) == true ? request : null;
    }

    /// <summary>
    /// What is stored of somebody known stays as it is. Who asked to be removed is on her way out: her new yes is a new
    /// start.
    /// </summary>
    private async Task<Person> PersonAsync(SubscriptionRequest request, DateTime now, CancellationToken stop)
    {
        var sameMailbox = await db
            .Persons.Where(item =>
                item.Email == request.Email && item.ErasedAt == null && item.RemovalRequestedAt == null
            )
            .OrderBy(item => item.Id)
            .ToListAsync(stop);
        var known = sameMailbox.Find(item =>
            string.Equals(item.FirstName, request.FirstName, StringComparison.OrdinalIgnoreCase)
        );
        if (known is null)
        {
            known = new Person
            {
                FirstName = request.FirstName,
                LastName = request.LastName,
                Email = request.Email,
                Language = request.Language,
                CreatedAt = now,
            };
            db.Persons.Add(known);
        }

        return known;
    }
}
