using Dialoogtafel.Domain;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Team.Mails;
using Dialoogtafel.Web.Outbox;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Team.Members;

/// <summary>
/// Takes somebody into a team and out of it. Each is one transaction: person, account, membership and mail together or
/// not at all.
/// </summary>
public sealed class TeamDesk(
    DialoogtafelDb db,
    MailOutbox outbox,
    Installation installation,
    SecondFactors factors,
    ILookupNormalizer normalizer
)
{
    /// <summary>
    /// Adds a member. An administrator belongs to the installation and not to the project. The caller holds the write
    /// transaction and commits it.
    /// </summary>
    /// <param name="known">The person that is meant; null = somebody new.</param>
    /// <exception cref="DomainRuleException">The person has this role already, or somebody else signs in with the
    /// address.</exception>
    public async Task<string> AddAsync(
        MemberForm form,
        Person? known,
        string project,
        Person by,
        DateTime now,
        CancellationToken stop
    )
    {
        var account = await AccountAsync(form, known, now, stop);
        var person = account.Person!;
        var (role, projectId) = (form.Role!.Value, form.Role == TeamRole.Administrator ? (int?)null : form.ProjectId);
        if (
            await db.Memberships.AnyAsync(
                item =>
                    item.PersonId == person.Id
                    && item.ProjectId == projectId
                    && item.Role == role
                    && item.Until == null,
                stop
            )
        )
        {
            throw new DomainRuleException(
                $"{person.FullName} heeft deze rol al in dit team.",
                nameof(MemberForm.Email)
            );
        }

        var membership = new TeamMembership
        {
            PersonId = person.Id,
            ProjectId = projectId,
            Role = role,
            From = now,
        };
        db.Memberships.Add(membership);
        await db.SaveChangesAsync(stop);
        var settings = await installation.ReadAsync(stop);
        await outbox.AddAsync(
            new Letter
            {
                Text = new WelcomeToTeamMail
                {
                    FirstName = person.FirstName,
                    Link = installation.Link(settings, "team/inloggen"),
                    Project = project,
                    AddedBy = by.FullName,
                },
                To = person,
                From = by,
                Key = $"welkom-team:{membership.Id}",
            },
            stop
        );
        await db.SaveChangesAsync(stop);
        return person.FullName;
    }

    /// <summary>Ends a membership at once: the next request of that person is judged without it.</summary>
    /// <exception cref="DomainRuleException">It is the last organiser of the project.</exception>
    public async Task EndAsync(int membership, DateTime now, CancellationToken stop)
    {
        // Under the write lock, so that two organisers cannot put each other out at the same moment.
        await using var turn = await db.BeginWriteAsync(stop);
        var ending = await db.Memberships.SingleAsync(item => item.Id == membership, stop);
        var running = await db
            .Memberships.Where(item => item.ProjectId == ending.ProjectId && item.Until == null)
            .ToListAsync(stop);
        ending.End(running, now);
        await db.SaveChangesAsync(stop);
        if (
            !await db.Memberships.AnyAsync(item => item.PersonId == ending.PersonId && item.Until == null, stop)
            && await db.Users.SingleOrDefaultAsync(item => item.PersonId == ending.PersonId, stop) is { } account
        )
        {
            // Who has left keeps no key, so that coming back begins anew.
            await factors.ForgetAsync(account, stop);
            await db.SaveChangesAsync(stop);
        }

        await turn.SaveAsync(stop);
    }

    private async Task<TeamAccount> AccountAsync(MemberForm form, Person? known, DateTime now, CancellationToken stop)
    {
        if (
            known is not null
            && await db.Users.Include(item => item.Person).SingleOrDefaultAsync(item => item.PersonId == known.Id, stop)
                is { } theirs
        )
        {
            return theirs;
        }

        var address = form.Email!;
        var normalised = normalizer.NormalizeEmail(address);
        if (
            await db
                .Users.Include(item => item.Person)
                .FirstOrDefaultAsync(item => item.NormalizedEmail == normalised, stop) is
            { } other
        )
        {
            throw new DomainRuleException(
                $"Met dit adres logt {other.Person!.FullName} al in. Kies een adres dat van deze persoon alleen is.",
                nameof(MemberForm.Email)
            );
        }

        var person = known
            ?? db.Persons.Add(
                new Person
                {
                    FirstName = form.FirstName!.Trim(),
                    LastName = form.LastName?.Trim() ?? "",
                    Email = address,
                    CreatedAt = now,
                }
            ).Entity;
        await db.SaveChangesAsync(stop);
        var account = new TeamAccount
        {
            PersonId = person.Id,
            Person = person,
            UserName = address,
            NormalizedUserName = normalizer.NormalizeName(address),
            Email = address,
            NormalizedEmail = normalised,
            EmailConfirmed = false,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        db.Users.Add(account);
        await db.SaveChangesAsync(stop);
        return account;
    }
}
