using Dialoogtafel.Domain.Actions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialoogtafel.Web.Data.Mapping;

internal sealed class AgreedActionMapping : IEntityTypeConfiguration<AgreedAction>
{
    public void Configure(EntityTypeBuilder<AgreedAction> action)
    {
        action.ToTable("Actions");
        action.Ignore(item => item.IsOpen).Ignore(item => item.IsToCall).Ignore(item => item.MayMail);
        action.HasIndex(item => item.AskDueAt);
        action
            .HasOne(item => item.Gathering)
            .WithMany()
            .HasForeignKey(item => item.GatheringId)
            .OnDelete(DeleteBehavior.Cascade);
        action
            .HasOne(item => item.Owner)
            .WithMany()
            .HasForeignKey(item => item.OwnerId)
            .OnDelete(DeleteBehavior.SetNull);
        action
            .HasOne(item => item.CoOwner)
            .WithMany()
            .HasForeignKey(item => item.CoOwnerId)
            .OnDelete(DeleteBehavior.SetNull);
        action
            .HasOne(item => item.Coordinator)
            .WithMany()
            .HasForeignKey(item => item.CoordinatorId)
            .OnDelete(DeleteBehavior.SetNull);
        action.HasMany(item => item.Parties).WithOne().HasForeignKey(item => item.ActionId);
        action.HasMany(item => item.Log).WithOne().HasForeignKey(item => item.ActionId);
    }
}

internal sealed class ActionPartyMapping : IEntityTypeConfiguration<ActionParty>
{
    public void Configure(EntityTypeBuilder<ActionParty> party) => party.ToTable("ActionParties");
}

internal sealed class ActionLogMapping : IEntityTypeConfiguration<ActionLogEntry>
{
    public void Configure(EntityTypeBuilder<ActionLogEntry> entry) => entry.ToTable("ActionLog");
}
