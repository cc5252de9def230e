using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialoogtafel.Web.Data.Mapping;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.HasIndex(item => item.Email);
        person
            .HasOne(item => item.Organisation)
            .WithMany()
            .HasForeignKey(item => item.OrganisationId)
            .OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class PerspectiveMapping : IEntityTypeConfiguration<Perspective>
{
    public void Configure(EntityTypeBuilder<Perspective> perspective)
    {
        perspective.HasIndex(item => new { item.ProjectId, item.Name }).IsUnique();
        perspective.HasOne<Project>().WithMany().HasForeignKey(item => item.ProjectId);
    }
}

internal sealed class PersonPerspectiveMapping : IEntityTypeConfiguration<PersonPerspective>
{
    public void Configure(EntityTypeBuilder<PersonPerspective> link)
    {
        link.HasIndex(item => new { item.PersonId, item.PerspectiveId }).IsUnique();
        link.HasOne<Person>().WithMany().HasForeignKey(item => item.PersonId);
        link.HasOne<Perspective>().WithMany().HasForeignKey(item => item.PerspectiveId);
    }
}

internal sealed class RoleAssignmentMapping : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> role)
    {
        role.HasIndex(item => new { item.PersonId, item.ProjectId });
        role.HasOne<Person>().WithMany().HasForeignKey(item => item.PersonId);
        role.HasOne<Project>().WithMany().HasForeignKey(item => item.ProjectId);
    }
}

internal sealed class ConsentMapping : IEntityTypeConfiguration<ConsentRecord>
{
    public void Configure(EntityTypeBuilder<ConsentRecord> consent)
    {
        consent.ToTable("Consents");
        consent.HasIndex(item => item.PersonId);
        consent.HasOne<Person>().WithMany().HasForeignKey(item => item.PersonId);
        consent.HasOne<Project>().WithMany().HasForeignKey(item => item.ProjectId);
        consent.HasIndex(item => item.GatheringId);
        consent.HasOne<Gathering>().WithMany().HasForeignKey(item => item.GatheringId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SubscriptionRequestMapping : IEntityTypeConfiguration<SubscriptionRequest>
{
    public void Configure(EntityTypeBuilder<SubscriptionRequest> request)
    {
        request.HasIndex(item => item.TokenHash).IsUnique();
        request.HasIndex(item => item.AskedAt);
        request.HasIndex(item => item.Email);
        request.HasOne<Person>().WithMany().HasForeignKey(item => item.PersonId);
        request.HasOne<Project>().WithMany().HasForeignKey(item => item.ProjectId);
    }
}

internal sealed class LifeDomainMapping : IEntityTypeConfiguration<LifeDomain>
{
    public void Configure(EntityTypeBuilder<LifeDomain> domain)
    {
        domain.HasIndex(item => item.Name).IsUnique();
        domain.HasMany(item => item.Parties).WithOne().HasForeignKey("LifeDomainId").IsRequired();
    }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<TeamMembership>
{
    public void Configure(EntityTypeBuilder<TeamMembership> membership)
    {
        membership.ToTable("Memberships");
        membership.HasIndex(item => item.PersonId);
        membership.HasOne<Person>().WithMany().HasForeignKey(item => item.PersonId);
        membership.HasOne<Project>().WithMany().HasForeignKey(item => item.ProjectId);
    }
}

internal sealed class AccountMapping : IEntityTypeConfiguration<TeamAccount>
{
    public void Configure(EntityTypeBuilder<TeamAccount> account)
    {
        account.HasIndex(item => item.PersonId).IsUnique();
        account.HasOne(item => item.Person).WithMany().HasForeignKey(item => item.PersonId);
    }
}

internal sealed class SignInRequestMapping : IEntityTypeConfiguration<SignInRequest>
{
    public void Configure(EntityTypeBuilder<SignInRequest> request)
    {
        request.HasIndex(item => item.TokenHash).IsUnique();
        request.HasIndex(item => item.ExpiresAt);
        request.HasOne<TeamAccount>().WithMany().HasForeignKey(item => item.AccountId);
    }
}
