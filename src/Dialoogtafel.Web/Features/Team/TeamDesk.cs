using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Network;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Mail;
using Dialoogtafel.Web.Mail.Templates;
using Dialoogtafel.Web.Rights;
using Dialoogtafel.Web.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Features.Team;

/// <summary>Takes somebody into a team and out of it. Each is one transaction: person, account, membership and mail together or not at all.</summary>
public sealed class TeamDesk(DialoogtafelDb db, Outbox outbox, Installation installation, SecondFactors factors, ILookupNormalizer normalizer)
{
    /// <summary>
    /// Adds a member: the person who signs in with this address, else the one person known with it, else somebody new. An administrator
    /// belongs to the installation and not to the project.
    /// </summary>
    /// <exception cref="DomainRuleException">The person has this role already.</exception>
    public async Task<string> AddAsync(MemberForm form, string project, Person by, DateTime now, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        var account = await AccountAsync(form, now, stop);
        var person = account.Person!;
        var (role, projectId) = (form.Role!.Value, form.Role == TeamRole.Administrator ? (int?)null : form.ProjectId);
        if (await db.Memberships.AnyAsync(item => item.PersonId == person.Id && item.ProjectId == projectId && item.Role == role && item.Until == null, stop))
        {
            throw new DomainRuleException($"{person.FullName} heeft deze rol al in dit team.", nameof(MemberForm.Email));
        }

        var membership = new TeamMembership { PersonId = person.Id, ProjectId = projectId, Role = role, From = now };
        db.Memberships.Add(membership);
        await db.SaveChangesAsync(stop);
        var settings = await installation.ReadAsync(stop);
        await outbox.AddAsync(new Letter
        {
            Text = new WelcomeToTeamMail { FirstName = person.FirstName, Link = installation.Link(settings, "team/inloggen"), Project = project, AddedBy = by.FullName },
            To = person, From = by, Key = $"welkom-team:{membership.Id}",
        }, stop);
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        return person.FullName;
    }

    /// <summary>Ends a membership at once: the next request of that person is judged without it.</summary>
    /// <exception cref="DomainRuleException">It is the last organiser of the project.</exception>
    public async Task EndAsync(int membership, DateTime now, CancellationToken stop)
    {
        // Under the write lock, so that two organisers cannot put each other out at the same moment.
        await using var turn = await db.BeginWriteAsync(stop);
        var ending = await db.Memberships.SingleAsync(item => item.Id == membership, stop);
        var running = await db.Memberships.Where(item => item.ProjectId == ending.ProjectId && item.Until == null).ToListAsync(stop);
        ending.End(running, now);
        await db.SaveChangesAsync(stop);
        if (!await db.Memberships.AnyAsync(item => item.PersonId == ending.PersonId && item.Until == null, stop)
            && await db.Users.SingleOrDefaultAsync(item => item.PersonId == ending.PersonId, stop) is { } account)
        {
            // Who has left keeps no key, so that coming back begins anew.
            await factors.ForgetAsync(account, stop);
            await db.SaveChangesAsync(stop);
        }

        await turn.CommitAsync(stop);
    }

    private async Task<TeamAccount> AccountAsync(MemberForm form, DateTime now, CancellationToken stop)
    {
        var address = form.Email!;
        var normalised = normalizer.NormalizeEmail(address);
        var byAddress = await db.Users.Include(item => item.Person).OrderBy(item => item.Id).FirstOrDefaultAsync(item => item.NormalizedEmail == normalised, stop);
        if (byAddress is not null)
        {
            return byAddress;
        }

        var person = await PersonAsync(form, address, now, stop);
        if (await db.Users.Include(item => item.Person).SingleOrDefaultAsync(item => item.PersonId == person.Id, stop) is { } known)
        {
            return known;
        }

        var account = new TeamAccount
        {
            PersonId = person.Id, Person = person, UserName = address, NormalizedUserName = normalizer.NormalizeName(address), Email = address, NormalizedEmail = normalised,
            EmailConfirmed = false, SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        db.Users.Add(account);
        await db.SaveChangesAsync(stop);
        return account;
    }

    private async Task<Person> PersonAsync(MemberForm form, string address, DateTime now, CancellationToken stop)
    {
        // Two people may share a mailbox: then nobody can say which of them is meant, and this is a third.
        var known = await db.Persons.Where(item => item.Email == address).Take(2).ToListAsync(stop);
        if (known is [var one])
        {
            return one;
        }

        var person = new Person { FirstName = form.FirstName!.Trim(), LastName = form.LastName?.Trim() ?? "", Email = address, CreatedAt = now };
        db.Persons.Add(person);
        await db.SaveChangesAsync(stop);
        return person;
    }
}
